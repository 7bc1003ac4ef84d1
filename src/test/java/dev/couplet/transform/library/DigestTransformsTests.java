package dev.couplet.transform.library;

import dev.couplet.transform.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DigestTransforms}, with test vectors of the specifications.
 */
class DigestTransformsTests extends LibraryRunner {

	// the examples of FIPS 180-4
	@ParameterizedTest
	@CsvSource({ "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
			"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq,"
					+ "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
			"'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" })
	void sha256MatchesItsSpecification(String text, String digest) {
		assertThat(run("sha256", text)).isEqualTo(digest);
	}

	@Test
	void sha512MatchesItsSpecification() {
		assertThat(run("sha512", "abc")).isEqualTo("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
				+ "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
	}

	@ParameterizedTest
	@CsvSource({ "123456789, cbf43926", "'', 00000000", "aa, 078a19d7" })
	void crc32MatchesItsCheckValue(String text, String checksum) {
		assertThat(run("crc32", text)).isEqualTo(checksum);
	}

	@Test
	void aTextIsDigestedAsItsUtf8Bytes() {
		assertThat(run("sha256", "\u00e9"))
			.isEqualTo("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
	}

	@Test
	void bytesAreDigestedAsTheyAre() {
		assertThat(run("crc32", Value.of(bytes(0xFF)))).isEqualTo(Value.of("ff000000"));
	}

	@ParameterizedTest
	@CsvSource({ "crc32=base64, y/Q5Jg==", "crc32=hex, cbf43926",
			"sha256=base64, FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=" })
	void aDigestHasAForm(String recipe, String digest) {
		assertThat(run(recipe, "123456789")).isEqualTo(digest);
	}

}
