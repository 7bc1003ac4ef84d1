package dev.couplet.transform.library;

import dev.couplet.transform.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ChecksumTransforms}.
 */
class ChecksumTransformsTests extends LibraryRunner {

	private static final String FOX = "The quick brown fox jumps over the lazy dog";

	// the check values of the catalogue of CRC algorithms, and Python's zlib
	@ParameterizedTest
	@CsvSource({ "crc16, bb3d", "crc32, cbf43926", "crc32c, e3069283", "adler32, 091e01de" })
	void checksumsMatchTheirCheckValues(String name, String checksum) {
		assertThat(run(name, "123456789")).isEqualTo(checksum);
	}

	@ParameterizedTest
	@CsvSource({ "crc16, 0000", "crc32, 00000000", "crc32c, 00000000", "adler32, 00000001" })
	void checksumsOfNothingHaveLeadingZeros(String name, String checksum) {
		assertThat(run(name, "")).isEqualTo(checksum);
	}

	@Test
	void checksumsKeepLeadingZeros() {
		assertThat(run("crc32", "aa")).isEqualTo("078a19d7");
	}

	@Test
	void bytesAreReadAsTheyAre() {
		assertThat(run("crc32", Value.of(bytes(0xFF)))).isEqualTo(Value.of("ff000000"));
	}

	@ParameterizedTest
	@CsvSource({ "crc32=base64, y/Q5Jg==", "crc32=hex, cbf43926", "xxh64=base64, jLhB20DmroM=" })
	void aChecksumHasAForm(String recipe, String checksum) {
		assertThat(run(recipe, "123456789")).isEqualTo(checksum);
	}

	// libxxhash 0.8.1
	@ParameterizedTest
	@CsvSource({ "'', ef46db3751d8e999, 2d06800538d394c2", "a, d24ec4f1a98c6e5b, e6c632b61e964e1f",
			"abc, 44bc2cf5ad770999, 78af5f94892f3950", FOX + ", 0b242d361fda71bc, ce7d19a5418fb365" })
	void xxHashesOfTextsMatchTheReference(String text, String xxh64, String xxh3) {
		assertThat(run("xxh64", text)).isEqualTo(xxh64);
		assertThat(run("xxh3", text)).isEqualTo(xxh3);
	}

	// libxxhash 0.8.1, for bytes that count from 0; each size is read in another way
	@ParameterizedTest
	@CsvSource({ "16, 44b6ef2fb84169f7, 8355e3a6f61770db", "17, 5603e60c527599b6, 9ef341a99de37328",
			"128, 7a7fe14647b9ab92, 85c6174c7ff4c46b", "129, 0ba25dfd6e891fcf, ec7642b431ba3e5a",
			"240, 012947f0da6a27b1, 375a384d957fe865", "241, 8d643f23bf2808e1, 02e8cd95421c6d02",
			"1000, 6ef436b00eba4078, d33dd80b46f60e50" })
	void xxHashesOfBytesMatchTheReference(int size, String xxh64, String xxh3) {
		byte[] bytes = new byte[size];
		for (int i = 0; i < size; i++) {
			bytes[i] = (byte) i;
		}
		assertThat(run("xxh64", Value.of(bytes))).isEqualTo(Value.of(xxh64));
		assertThat(run("xxh3", Value.of(bytes))).isEqualTo(Value.of(xxh3));
	}

	// as printed by the packages murmur3 of Go and of Rust
	@ParameterizedTest
	@CsvSource({ "'', 00000000000000000000000000000000", "hello, cbd8a7b341bd9b025b1e906a48ae1d19",
			FOX + ", e34bbc7bbc071b6c7a433ca9c49a9347" })
	void murmur3MatchesTheReference(String text, String hash) {
		assertThat(run("murmur3-128", text)).isEqualTo(hash);
	}

	// the first is the example of ISO/IEC 7812-1's Wikipedia article, the second a test
	// card
	@ParameterizedTest
	@CsvSource({ "1789372997, 4", "4111-1111 1111 111, 1", "0, 0", "7992739871, 3" })
	void luhnComputesTheCheckDigit(String number, String digit) {
		assertThat(run("luhn", number)).isEqualTo(digit);
	}

	@Test
	void luhnIgnoresLineBreaks() {
		assertThat(run("luhn", "7992739871\r\n")).isEqualTo("3");
	}

	@Test
	void luhnRefusesWhatIsNotANumber() {
		assertRefused("luhn", "", "the value has no digit");
		assertRefused("luhn", " - ", "the value has no digit");
		assertRefused("luhn", "411x1", "something other than a digit at line 1, column 4");
		assertRefused("luhn", "12x4y6", "line 1, column 3");
		assertRefused("luhn", "12\n\u0663", "line 2, column 1");
	}

}
