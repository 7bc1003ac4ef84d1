package dev.couplet.transform.library;

import java.util.HexFormat;

import dev.couplet.transform.Value;
import dev.couplet.transform.ValueTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link BaseTransforms}, with test vectors of the specifications.
 */
class BaseTransformsTests extends LibraryRunner {

	// RFC 4648, section 10
	@ParameterizedTest
	@CsvSource({ "'', '', ''", "f, MY======, CO======", "fo, MZXQ====, CPNG====", "foo, MZXW6===, CPNMU===",
			"foob, MZXW6YQ=, CPNMUOG=", "fooba, MZXW6YTB, CPNMUOJ1", "foobar, MZXW6YTBOI======, CPNMUOJ1E8======" })
	void base32MatchesItsSpecification(String text, String base32, String base32Hex) {
		assertThat(run("base32-encode", text)).isEqualTo(base32);
		assertThat(run("base32-decode", base32)).isEqualTo(text);
		assertThat(run("lower-case,base32-decode", base32.replace("=", ""))).isEqualTo(text);
		assertThat(run("base32hex-encode", text)).isEqualTo(base32Hex);
		assertThat(run("base32hex-decode", base32Hex)).isEqualTo(text);
		assertThat(run("lower-case,base32hex-decode", base32Hex.replace("=", ""))).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "MZXW 6YTB", "\tMZXW6\r\nYTB\n", "mzxw6ytb", "MZXW\u00a06YTB" })
	void base32IgnoresWhiteSpaceAndCase(String encoded) {
		assertThat(run("base32-decode", encoded)).isEqualTo("fooba");
	}

	@ParameterizedTest
	@ValueSource(strings = { "MY", "MZ======", "MY=", "M Y = =\n" })
	void base32IgnoresUnusedBitsAndMissingPadding(String encoded) {
		assertThat(run("base32-decode", encoded)).isEqualTo("f");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			textBlock = """
					base32-decode    | M          | white space and padding it has the length 1,
					base32-decode    | MZXW6YTBMZX | white space and padding it has the length 11,
					base32-decode    | MZXW6Y     | white space and padding it has the length 6,
					base32-decode    | MZXW6YTB=  | too much padding: 1 instead of 0 characters; put replace=%3D first
					base32-decode    | MY=======  | too much padding: 7 instead of 6 characters; put replace=%3D first
					base32-decode    | MY======AA | more base32 after the padding, at character 9
					base32-decode    | MY======MY | more base32 after the padding, at character 9
					base32-decode    | MZ8W       | not a base32 digit at character 3; 0, 1, 8 and 9 are digits of base32hex
					base32-decode    | MZXW-6YTB  | not a base32 digit at character 5; if hyphens separate it, put replace=-: first
					base32hex-decode | CW         | not a base32 digit at character 2; W, X, Y and Z are digits of base32
					base32hex-decode | CO======CO | more base32 after the padding, at character 9
					""",
			delimiter = '|')
	void base32RefusesInvalidInputWithTheReason(String recipe, String text, String reason) {
		assertRefused(recipe, text, reason);
	}

	@Test
	void base32OnEachLineIsForEachLine() {
		assertRefused("base32-decode", "MY======\nMY======\n",
				"character 10; for one value on each line, use each-line(b");
		assertRefused("base32-decode", "\u017f\u017f", "not a base32 digit at character 1");
	}

	// RFC 9285, sections 4.3 and 4.4
	@ParameterizedTest
	@CsvSource({ "AB, BB8", "Hello!!, %69 VD92EX0", "base-45, UJCLQE7W581", "ietf!, QED8WEX0", "'', ''" })
	void base45MatchesItsSpecification(String text, String encoded) {
		assertThat(run("base45-encode", text)).isEqualTo(encoded);
		assertThat(run("base45-decode", encoded)).isEqualTo(text);
		assertThat(run("base45-decode", encoded + "\r\n")).isEqualTo(text);
	}

	// the second and third are from RFC 9285, sections 4.2 and 6
	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', textBlock = """
			QED8WEX   | the base45 is cut off after character 7
			GGX       | the 3 digits at character 1 are more than two bytes can be
			QED:::    | the 3 digits at character 4 are more than two bytes can be
			QED::     | the 2 digits at character 4 are more than a byte can be
			QED8wEX0  | not a base45 digit at character 5; its letters are capitals
			QED_      | not a base45 digit at character 4
			QED8WEXa0 | not a base45 digit at character 8; its letters are capitals
			`QED\n8WEX0` | not a base45 digit at character 4; put join-lines= first
			`QED\r\n8WEX0` | not a base45 digit at character 4; put join-lines= first
			""", delimiter = '|')
	void base45RefusesInvalidInputWithTheReason(String text, String reason) {
		assertRefused("base45-decode", text, reason);
	}

	@Test
	void base45TakesTheLargestNumbersOfBytes() {
		assertThat(run("base45-decode", Value.of("FGWU5"))).isEqualTo(Value.of(bytes(0xFF, 0xFF, 0xFF)));
		assertRefused("base45-decode", "FGWV5", "the 2 digits at character 4");
	}

	// the test vectors of Bitcoin Core, src/test/data/base58_encode_decode.json
	@ParameterizedTest
	@CsvSource({ "'', ''", "61, 2g", "626262, a3gV", "636363, aPEr",
			"73696d706c792061206c6f6e6720737472696e67, 2cFupjhnEsSn59qHXstmK2ffpLv2",
			"00eb15231dfceb60925886b67d065299925915aeb172c06647, 1NS17iag9jJgTHD1VXjvLCEnZuQ3rJDE9L",
			"516b6fcd0f, ABnLTmg", "bf4f89001e670274dd, 3SEo3LWLoPntC", "572e4794, 3EFU7m",
			"ecac89cad93923c02321, EJDM8drfXA6uyA", "10c8511e, Rt5zm", "00000000000000000000, 1111111111" })
	void base58MatchesThatOfBitcoin(String hex, String encoded) {
		assertThat(run("hex-decode,base58-encode", hex)).isEqualTo(encoded);
		assertThat(run("base58-decode,hex-encode", encoded)).isEqualTo(hex);
	}

	// computed by division in Python, with the digits of GMP
	@ParameterizedTest
	@CsvSource({ "'', ''", "61, 1Z", "3d, z", "3e, 10", "ff, 47", "0000ff, 0047", "746865206d6f6f6e, 9zdQaviwlKA",
			"ffffffffffffffffffffffffffffffff, 7n42DGM5Tflk9n8mt7Fhc7" })
	void base62IsANumberWithZerosForZeroBytes(String hex, String encoded) {
		assertThat(run("hex-decode,base62-encode", hex)).isEqualTo(encoded);
		assertThat(run("base62-decode,hex-encode", encoded)).isEqualTo(hex);
	}

	// the tenth and twentieth powers of the radix
	@ParameterizedTest
	@CsvSource({ "base58, 05fa8624c7fba400, 10", "base58, 23be67b5f0f2889aaf505301100000, 20",
			"base62, 0ba5ca5392cb0400, 10", "base62, 87aac19e40aafc0e20c98f58100000, 20" })
	void aPowerOfTheRadixIsAOneWithZeros(String base, String hex, int zeros) {
		String encoded = base.equals("base58") ? "2" + "1".repeat(zeros) : "1" + "0".repeat(zeros);
		assertThat(run("hex-decode," + base + "-encode", hex)).isEqualTo(encoded);
		assertThat(run(base + "-decode,hex-encode", encoded)).isEqualTo(hex);
	}

	@ParameterizedTest
	@ValueSource(strings = { "base58", "base62" })
	void aLargeNumberIsConvertedUpToALimit(String base) {
		for (int size : new int[] { 7, 8, 15, 16, 117, 118, 3750, RadixEncoding.MAX_BYTES }) {
			byte[] bytes = HexFormat.of().parseHex("ff".repeat(size));
			for (byte first : bytes(0, 1, 0xFF)) {
				bytes[0] = first;
				assertThat(run(base + "-encode," + base + "-decode", Value.of(bytes))).isEqualTo(Value.of(bytes));
			}
		}
		assertRefused(base + "-encode", "x".repeat(4097), "the value has 4097 bytes, and " + base + "-encode takes at");
		assertRefused(base + "-decode", "z".repeat(5595), "longer than " + base + "-decode takes");
		assertRefused(base + "-decode", "z".repeat(1 << 20), "longer than " + base + "-decode takes");
		assertRefused(base + "-decode", (base.equals("base58") ? "1" : "0").repeat(4097), "that of 4096 bytes");
		// 58 * 62 takes two bytes, and its square three
		assertRefused(base + "-decode", (base.equals("base58") ? "1" : "0").repeat(4095) + "zz", "that of 4096 bytes");
	}

	@ParameterizedTest
	@CsvSource({ "base58-decode, 2g0, 'not a base58 digit at character 3; it has the digits 1-9, A-Z and a-z without'",
			"base58-decode, Ol, not a base58 digit at character 1",
			"base62-decode, a_b, not a base62 digit at character 2",
			"base62-decode, \u00e9, 'at character 1; it has the digits 0-9, A-Z and a-z'",
			"base62-decode, a%20, put url-decode first" })
	void base58AndBase62RefuseOtherDigitsWithTheReason(String recipe, String text, String reason) {
		assertRefused(recipe, text, reason);
	}

	@Test
	void base58AndBase62IgnoreWhiteSpace() {
		assertThat(run("base58-decode", " 2cFupjhnEsSn\n59qHXstmK2ffpLv2\r\n")).isEqualTo("simply a long string");
		assertThat(run("base62-decode", "9zdQ aviwlKA\n")).isEqualTo("the moon");
	}

	// base64.a85encode of Python 3.11
	@ParameterizedTest
	@CsvSource({ "'', ''", "m, D#", "mo, D/T", "moo, D/X=", "moon, D/X?1", "'    ', +<VdL",
			"the moon is late, 'FD,5.D/X?1+DGm>CghEs'" })
	void ascii85MatchesThatOfPython(String text, String encoded) {
		assertThat(run("ascii85-encode", text)).isEqualTo(encoded);
		assertThat(run("ascii85-decode", encoded)).isEqualTo(text);
		assertThat(run("ascii85-decode", "<~" + encoded + "~>\n")).isEqualTo(text);
		assertThat(run("ascii85-decode", " " + encoded + " ~>")).isEqualTo(text);
	}

	@Test
	void ascii85HasALetterForFourZeros() {
		Value zeros = Value.of(bytes(0, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0));
		assertThat(run("ascii85-encode", zeros)).isEqualTo(Value.of("z!<N?+z!!!"));
		assertThat(run("ascii85-decode", Value.of("z!<N?+ z !!!"))).isEqualTo(zeros);
		assertThat(run("ascii85-decode", Value.of("!!!!!"))).isEqualTo(Value.of(bytes(0, 0, 0, 0)));
		assertThatExceptionOfType(ValueTooLargeException.class)
			.isThrownBy(() -> run("ascii85-decode", "z".repeat(300_000)));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', textBlock = """
			<~D/X?1   | starts with <~ and is cut off: it does not end with ~>
			<~>       | starts with <~ and is cut off: it does not end with ~>
			<~        | starts with <~ and is cut off: it does not end with ~>
			D/X?1D    | the Ascii85 is cut off: the last digit, at character 6, should be 2 to 5
			Dz        | a z inside of five digits of Ascii85, at character 2
			s8W-"     | the digits at character 1 are more than four bytes can be
			D/X?1uu   | the digits at character 6 are more than four bytes can be
			D/X~>?1   | not a digit of Ascii85 at character 4
			D/Xv      | not a digit of Ascii85 at character 4
			\u00e9    | not a digit of Ascii85 at character 1
			y         | at character 1; if it stands for four spaces, put replace=y:+%3CVdL first
			""", delimiter = '|')
	void ascii85RefusesInvalidInputWithTheReason(String text, String reason) {
		assertRefused("ascii85-decode", text, reason);
	}

	@Test
	void ascii85HasWhiteSpaceAroundItsStartAndEnd() {
		assertThat(run("ascii85-decode", "\n <~D/X?1~>\r\n")).isEqualTo("moon");
	}

	@Test
	void ascii85TakesTheLargestNumberOfFourBytes() {
		assertThat(run("hex-decode,ascii85-encode", "ffffff")).isEqualTo("s8W*");
		assertThat(run("ascii85-decode,hex-encode", "s8W*")).isEqualTo("ffffff");
		assertThat(run("ascii85-decode", Value.of("s8W-!"))).isEqualTo(Value.of(bytes(0xFF, 0xFF, 0xFF, 0xFF)));
		assertThat(run("replace=y:+%3CVdL,ascii85-decode", "y")).isEqualTo("    ");
	}

	// the test case of ZeroMQ RFC 32, and basenc --z85 of coreutils 9.7
	@ParameterizedTest
	@CsvSource({ "'', ''", "864fd26fb559f75b, HelloWorld", "6d6f6f6e, zeTug", "00000000, 00000", "ffffffff, %nSc0" })
	void z85MatchesItsSpecification(String hex, String encoded) {
		assertThat(run("hex-decode,z85-encode", hex)).isEqualTo(encoded);
		assertThat(run("z85-decode,hex-encode", encoded)).isEqualTo(hex);
		assertThat(run("z85-decode,hex-encode", " " + encoded + "\n")).isEqualTo(hex);
	}

	@Test
	void z85RefusesInvalidInputWithTheReason() {
		assertRefused("z85-encode", "moons", "Z85 is of a multiple of 4 bytes, and the value has 5");
		assertRefused("z85-decode", "zeTugz", "the Z85 is cut off: the last digit, at character 6, should be 5");
		assertRefused("z85-decode", "zeTu", "the Z85 is cut off: the last 4 digits, at character 1, should be 5");
		assertRefused("z85-decode", "zeTug%nSc1", "the digits at character 6 are more than four bytes can be");
		assertRefused("z85-decode", "zeT~g", "not a digit of Z85 at character 4");
	}

}
