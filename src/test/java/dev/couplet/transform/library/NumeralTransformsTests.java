package dev.couplet.transform.library;

import java.nio.charset.StandardCharsets;

import dev.couplet.transform.Value;
import dev.couplet.transform.ValueTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link NumeralTransforms}.
 */
class NumeralTransformsTests extends LibraryRunner {

	// RFC 4648, section 10, in lower case
	@ParameterizedTest
	@CsvSource({ "'', ''", "foobar, 666f6f626172", "\u00e9, c3a9" })
	void hexMatchesItsSpecification(String text, String encoded) {
		assertThat(run("hex-encode", text)).isEqualTo(encoded);
		assertThat(run("hex-decode", encoded)).isEqualTo(text);
		assertThat(run("upper-case,hex-decode", encoded)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "66 6f", "66\n6F\n", "0x66,0x6f", "0x66, 0X6F,", "\\x66\\x6f", "\\X66\\X6F", "66:6f",
			"66-6f", "0x666f", " 66  6f " })
	void hexIgnoresWhatIsUsualBetweenBytes(String text) {
		assertThat(run("hex-decode", text)).isEqualTo("fo");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', textBlock = """
			6             | the hexadecimal is cut off
			666           | the hexadecimal is cut off
			66 0x         | the hexadecimal is cut off
			6g            | not a hexadecimal digit at character 2; each byte has two digits
			%41%42        | not a hexadecimal digit at character 1; if it is percent-encoded, put url-decode first
			00000000: 66  | the text starts with an offset and a colon, as of xxd; hexdump-decode decodes such a dump
			66 6 6        | not a hexadecimal digit at character 5
			0x6, 0x7      | not a hexadecimal digit at character 4
			66.66         | not a hexadecimal digit at character 3
			\uff16\uff16 | not a hexadecimal digit at character 1
			\u0666\u0666 | not a hexadecimal digit at character 1
			""", delimiter = '|')
	void hexRefusesInvalidInputWithTheReason(String text, String reason) {
		assertRefused("hex-decode", text, reason);
	}

	@Test
	void hexNamesTheTransformForADump() {
		assertRefused("hex-decode", "00000000  66 6f  |fo|\n",
				"at character 18; if it is a dump as of hexdump -C, hexdump-decode decodes it");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "hex-encode=space, 66 ef", "hex-encode=colon:upper, 66:EF", "hex-encode=comma, `66,ef`",
					"hex-encode=hyphen, 66-ef", "hex-encode=line:lower, `66\nef`", "hex-encode=none:upper, 66EF" })
	void hexHasASeparatorAndACase(String recipe, String encoded) {
		assertThat(run(recipe, Value.of(bytes(0x66, 0xEF)))).isEqualTo(Value.of(encoded));
	}

	// the output of hexdump -C for the same bytes
	@Test
	void hexdumpShowsBytesAsTheToolDoes() {
		byte[] bytes = new byte[40];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) (i * 13);
		}
		assertThat(run("hexdump", Value.of(bytes)).text()).isEqualTo("""
				00000000  00 0d 1a 27 34 41 4e 5b  68 75 82 8f 9c a9 b6 c3  |...'4AN[hu......|
				00000010  d0 dd ea f7 04 11 1e 2b  38 45 52 5f 6c 79 86 93  |.......+8ER_ly..|
				00000020  a0 ad ba c7 d4 e1 ee fb                           |........|
				00000028
				""");
		assertThat(run("hexdump", " ~\u007f")).isEqualTo("00000000  20 7e 7f" + " ".repeat(42) + "| ~.|\n00000003\n");
		assertThat(run("hexdump", "")).isEmpty();
	}

	// the bytes of the dumps below
	private static Value dumped() {
		byte[] bytes = new byte[84];
		for (int i = 0; i < 20; i++) {
			bytes[i] = (byte) (i * 13);
		}
		System.arraycopy("moon".getBytes(StandardCharsets.US_ASCII), 0, bytes, 80, 4);
		return Value.of(bytes);
	}

	// what xxd of vim 9.1, and its options -g1, -a, -u -g4 and -c 20, write
	@ParameterizedTest
	@ValueSource(strings = { """
			00000000: 000d 1a27 3441 4e5b 6875 828f 9ca9 b6c3  ...'4AN[hu......
			00000010: d0dd eaf7 0000 0000 0000 0000 0000 0000  ................
			00000020: 0000 0000 0000 0000 0000 0000 0000 0000  ................
			00000030: 0000 0000 0000 0000 0000 0000 0000 0000  ................
			00000040: 0000 0000 0000 0000 0000 0000 0000 0000  ................
			00000050: 6d6f 6f6e                                moon
			""", """
			00000000: 00 0d 1a 27 34 41 4e 5b 68 75 82 8f 9c a9 b6 c3  ...'4AN[hu......
			00000010: d0 dd ea f7 00 00 00 00 00 00 00 00 00 00 00 00  ................
			00000020: 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00  ................
			00000030: 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00  ................
			00000040: 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00  ................
			00000050: 6d 6f 6f 6e                                      moon
			""", """
			00000000: 000d 1a27 3441 4e5b 6875 828f 9ca9 b6c3  ...'4AN[hu......
			00000010: d0dd eaf7 0000 0000 0000 0000 0000 0000  ................
			00000020: 0000 0000 0000 0000 0000 0000 0000 0000  ................
			*
			00000050: 6d6f 6f6e                                moon
			""", """
			00000000: 000D1A27 34414E5B 6875828F 9CA9B6C3  ...'4AN[hu......
			00000010: D0DDEAF7 00000000 00000000 00000000  ................
			00000020: 00000000 00000000 00000000 00000000  ................
			00000030: 00000000 00000000 00000000 00000000  ................
			00000040: 00000000 00000000 00000000 00000000  ................
			00000050: 6D6F6F6E                             moon
			""", """
			00001000: 000d 1a27 3441 4e5b 6875 828f 9ca9 b6c3 d0dd eaf7  ...'4AN[hu..........
			00001014: 0000 0000 0000 0000 0000 0000 0000 0000 0000 0000  ....................
			00001028: 0000 0000 0000 0000 0000 0000 0000 0000 0000 0000  ....................
			0000103c: 0000 0000 0000 0000 0000 0000 0000 0000 0000 0000  ....................
			00001050: 6d6f 6f6e                                          moon
			""" })
	void hexdumpDecodeReadsWhatXxdWrites(String dump) {
		assertThat(run("hexdump-decode", Value.of(dump))).isEqualTo(dumped());
		assertThat(run("hexdump-decode", Value.of(dump.replace("\n", "\r\n")))).isEqualTo(dumped());
	}

	// what hexdump -C and -vC of util-linux 2.41, and od -A x -t x1z of coreutils 9.7
	// write
	@ParameterizedTest
	@ValueSource(strings = { """
			00000000  00 0d 1a 27 34 41 4e 5b  68 75 82 8f 9c a9 b6 c3  |...'4AN[hu......|
			00000010  d0 dd ea f7 00 00 00 00  00 00 00 00 00 00 00 00  |................|
			00000020  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  |................|
			*
			00000050  6d 6f 6f 6e                                       |moon|
			00000054
			""", """
			00000000  00 0d 1a 27 34 41 4e 5b  68 75 82 8f 9c a9 b6 c3  |...'4AN[hu......|
			00000010  d0 dd ea f7 00 00 00 00  00 00 00 00 00 00 00 00  |................|
			00000020  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  |................|
			00000030  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  |................|
			00000040  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  |................|
			00000050  6d 6f 6f 6e                                       |moon|
			00000054
			""", """
			000000 00 0d 1a 27 34 41 4e 5b 68 75 82 8f 9c a9 b6 c3  >...'4AN[hu......<
			000010 d0 dd ea f7 00 00 00 00 00 00 00 00 00 00 00 00  >................<
			000020 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00  >................<
			*
			000050 6d 6f 6f 6e                                      >moon<
			000054
			""" })
	void hexdumpDecodeReadsWhatHexdumpWrites(String dump) {
		assertThat(run("hexdump-decode", Value.of(dump))).isEqualTo(dumped());
	}

	// the first four are what od -A x -t x1z -w8 of coreutils 9.7 and xxd -g4 of vim 9.1
	// write
	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = ';', textBlock = """
			000000 68 69 6a 6b 6c 6d 6e 6f  >hijklmno<\\n000008; 68696a6b6c6d6e6f
			00000000: 00000001                             ....; 00000001
			00000000: 6d6f6f20                             moo ; 6d6f6f20
			00000000: 7c                                       |; 7c
			00000000: 00000001; 00000001
			00000000  68 69 6a 6b 6c 6d 6e 6f  |hijklmno|; 68696a6b6c6d6e6f
			\\t  00000000: 6869  hi; 6869
			00000000:\\t6869; 6869
			\\n\\n0010  68 69\\n0012; 6869
			000010 68; 68
			""")
	void hexdumpDecodeReadsShortDumps(String dump, String hex) {
		assertThat(run("hexdump-decode,hex-encode", dump.translateEscapes())).isEqualTo(hex);
	}

	// dumps in another order or base, by hexdump, od, xxd -b and xxd -e
	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			textBlock = """
					0000000 6568 6c6c                     | line 1, column 13: bytes have two hexadecimal digits each, and are sep
					00000000: 01101000 01101001  hi       | line 1, column 30: the bytes seem to be in binary, as of xxd -b
					00000000: 6e6f6f6d  moon              | line 1, column 21: the bytes are in little-endian order, as of xxd -e
					00000000: 6e6f6f6d 6574616c  moonlate | line 1, column 30: the bytes are in little-endian order, as of xxd -e
					00000000: 6d206f6e  no m              | line 1, column 21: the bytes are in little-endian order, as of xxd -e
					00000000: 6d7f6f6e  no.m              | line 1, column 21: the bytes are in little-endian order, as of xxd -e
					00000000: 686  h                      | line 1, column 14: bytes have two hexadecimal digits each
					00000000: 68 69 6a 6b 6c 6d 6e 6f  70 hijklmnop | there are more characters than bytes
					68 69                                 | it does not start with an offset; hexadecimal only is decoded by hex-deco
					0068 69                               | line 1, column 1: it does not start with an offset
					: 68                                  | line 1, column 1: it does not start with an offset
					moon                                  | line 1, column 1: it does not start with an offset
					00000000                              | the dump has an offset and no bytes; if it is hexadecimal only, hex-decode
					1234567890abcdef: 68                  | it does not start with an offset
					00000000  \uff16\uff18              | bytes have two hexadecimal digits each
					*                                     | line 1: a * that does not follow a line of bytes
					""",
			delimiter = '|')
	void hexdumpDecodeRefusesOtherDumpsWithTheReason(String dump, String reason) {
		assertRefused("hexdump-decode", dump, reason);
	}

	@Test
	void aBarOfABinaryDumpIsACharacter() {
		assertRefused("hexdump-decode", "00000000: 01111100  |", "column 21: the bytes seem to be in binary, as of");
	}

	@Test
	void eachOffsetOfADumpMustBeThatOfTheNextByte() {
		assertThat(run("hexdump-decode", "0010: 6869\n\n0012: 6a\n")).isEqualTo("hij");
		assertRefused("hexdump-decode", "   68 69", "line 1, column 4: it does not start with an offset");
		assertRefused("hexdump-decode", "0010: 6869\n\n0013: 6a\n", "line 3: the offset is not that of the next byte");
		assertRefused("hexdump-decode", "00000000  68 69  |hi|\n00000003\n",
				"line 2: the offset is not that of the next");
		assertRefused("hexdump-decode", "00000000  68  |h|\n00000001\n00000001  68\n", "line 3: a line after the last");
	}

	@Test
	void repeatedLinesOfADumpAreBounded() {
		assertThat(run("hexdump-decode", "00000000  68 69  |hi|\n*\n00000006  6a  |j|\n")).isEqualTo("hihihij");
		assertRefused("hexdump-decode", "00000000  68 69  |hi|\n*\n00000005\n",
				"line 3: the offset is not that of the");
		assertRefused("hexdump-decode", "00000000  68 69  |hi|\n*\n00000002\n",
				"line 3: the offset is not that of the");
		assertRefused("hexdump-decode", "00000000  68 69  |hi|\n*\n*\n00000006\n", "line 3: a * that does not follow");
		assertRefused("hexdump-decode", "00000000  68 69  |hi|\n*\n", "the dump ends with *, so how often");
		assertThatExceptionOfType(ValueTooLargeException.class)
			.isThrownBy(() -> run("hexdump-decode", "00000000  68 69  |hi|\n*\n100000002\n"));
		assertThatExceptionOfType(ValueTooLargeException.class)
			.isThrownBy(() -> run("hexdump-decode", "00000000  68 69  |hi|\n*\n7fffffffffffffe\n"));
	}

	@ParameterizedTest
	@CsvSource({ "binary-encode, 01101000 01101001 00000000 11111111", "octal-encode, 150 151 000 377",
			"decimal-encode, 104 105 0 255", "decimal-encode=comma, '104,105,0,255'",
			"decimal-encode=colon, 104:105:0:255", "decimal-encode=hyphen, 104-105-0-255",
			"decimal-encode=line, '104\n105\n0\n255'" })
	void bytesAreNumbersOfTheirBase(String recipe, String encoded) {
		Value value = Value.of(bytes('h', 'i', 0, 255));
		assertThat(run(recipe, value)).isEqualTo(Value.of(encoded));
		String decoder = recipe.replaceFirst("encode.*", "decode");
		assertThat(run(decoder, Value.of(encoded))).isEqualTo(value);
	}

	@ParameterizedTest
	@CsvSource({ "binary-decode, '0b01101000, 0b01101001'", "binary-decode, 0110100001101001",
			"binary-decode, '01101000\n01101001\n'", "octal-decode, \\150\\151", "octal-decode, 0o150:0o151",
			"octal-decode, 150151", "decimal-decode, '104, 105'", "decimal-decode, 104-105", "decimal-decode, 104 105 ",
			"decimal-decode, '\t104\u00a0105\r\n'" })
	void numbersAreReadAsTheyArePasted(String recipe, String encoded) {
		assertThat(run(recipe, encoded)).isEqualTo("hi");
	}

	@Test
	void anOctalNumberCanHaveFewerDigitsWhereSomethingSeparatesIt() {
		assertThat(run("octal-decode", Value.of("7 12\\0"))).isEqualTo(Value.of(bytes(7, 10, 0)));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			textBlock = """
					binary-decode  | 0110 1000   | the number at character 1 has 4 digits; each byte has eight binary digits
					binary-decode  | 01101002    | the number at character 1 has 7 digits
					binary-decode  | 01101000 2  | not a binary digit at character 10
					binary-decode  | 0b          | the text is cut off after character 2
					octal-decode   | 150 400     | the number at character 5 is not that of a byte
					octal-decode   | 1501        | the number at character 1 has 4 digits; each byte has up to three octal digits
					octal-decode   | 158         | not an octal digit at character 3
					octal-decode   | \\150151  | the number at character 2 has 6 digits
					decimal-decode | 104 256     | the number at character 5 is not that of a byte; each number is at most 255
					decimal-decode | 104105      | the number at character 1 has 6 digits
					decimal-decode | 104 -105    | a hyphen that is not between two numbers, at character 5
					decimal-decode | -1          | a hyphen that is not between two numbers, at character 1
					decimal-decode | [104]       | not a decimal digit at character 1
					decimal-decode | \u0661     | not a decimal digit at character 1
					""",
			delimiter = '|')
	void whatIsNotTheNumberOfAByteIsRefusedWithTheReason(String recipe, String text, String reason) {
		assertRefused(recipe, text, reason);
	}

}
