package dev.couplet.transform.library;

import dev.couplet.transform.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EncodingTransforms}, with test vectors of the specifications.
 */
class EncodingTransformsTests extends LibraryRunner {

	// RFC 4648, section 10
	@ParameterizedTest
	@CsvSource({ "'', ''", "f, Zg==", "fo, Zm8=", "foo, Zm9v", "foob, Zm9vYg==", "fooba, Zm9vYmE=",
			"foobar, Zm9vYmFy" })
	void base64MatchesItsSpecification(String text, String encoded) {
		assertThat(run("base64-encode", text)).isEqualTo(encoded);
		assertThat(run("base64-decode", encoded)).isEqualTo(text);
		assertThat(run("base64url-encode", text)).isEqualTo(encoded.replace("=", ""));
		assertThat(run("base64url-decode", encoded)).isEqualTo(text);
		assertThat(run("base64url-decode", encoded.replace("=", ""))).isEqualTo(text);
	}

	@Test
	void base64UrlUsesTheUrlSafeAlphabet() {
		assertThat(run("base64-encode", "\u043f?\u043f>")).isEqualTo("0L8/0L8+");
		assertThat(run("base64url-encode", "\u043f?\u043f>")).isEqualTo("0L8_0L8-");
		assertRefused("base64-decode", "0L8_0L8-");
		assertRefused("base64url-decode", "0L8/0L8+");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Zm9v Zm9v", "Zm9vZm9v\r\n", "\tZm9v\u00a0Zm9v", "Zm 9vZm9 v" })
	void base64IgnoresWhiteSpaceUnlessItIsStrict(String encoded) {
		assertThat(run("base64-decode", encoded)).isEqualTo("foofoo");
		assertThat(run("base64url-decode", encoded)).isEqualTo("foofoo");
		assertRefused("base64-decode=strict", encoded, "white space at character");
	}

	@ParameterizedTest
	@CsvSource({ "Zg, f", "Zg=, f", "Zm8, fo", "'Zm9vZg\n', foof", "'Zg= =', f" })
	void base64PaddingIsOptionalUnlessItIsStrict(String encoded, String text) {
		assertThat(run("base64-decode", encoded)).isEqualTo(text);
		assertThat(run("base64url-decode", encoded)).isEqualTo(text);
		assertRefused("base64-decode=strict", encoded);
	}

	@Test
	void strictBase64RefusesUnusedBitsThatAreNotZero() {
		assertThat(run("base64-decode", "Zh==")).isEqualTo("f");
		assertRefused("base64-decode=strict", "Zh==",
				"the unused bits of the last base64 character, at character 2, are not 0");
		assertThat(run("base64-decode=strict", "Zg==")).isEqualTo("f");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', textBlock = """
			Z         | white space and padding it has the length 1,
			Zm9vZ     | white space and padding it has the length 5,
			Zg==Zg==  | more base64 after the padding, at character 5
			====      | too much padding: 4 instead of 0
			Zm9v=     | too much padding: 1 instead of 0
			Zm\u00e99 | not base64 at character 3
			Zm9\u01f6 | not base64 at character 4
			Z%3D=     | not base64 at character 2
			""", delimiter = '|')
	void base64RefusesInvalidInputWithTheReason(String text, String reason) {
		assertRefused("base64-decode", text, reason);
		assertRefused("base64url-decode", text, reason);
	}

	@Test
	void base64NamesTheTransformForTheOtherAlphabet() {
		assertRefused("base64-decode", "Zm9_", "URL-safe base64 at character 4; base64url-decode decodes it");
		assertRefused("base64url-decode", "Zm9/", "standard base64 at character 4; base64-decode decodes it");
	}

	@Test
	void base64BreaksLines() {
		assertThat(run("base64-encode=4", "foobar")).isEqualTo("Zm9v\nYmFy");
		assertThat(run("base64-encode=3", "foobar")).isEqualTo("Zm9\nvYm\nFy");
		assertThat(run("base64-encode=8", "foobar")).isEqualTo("Zm9vYmFy");
		assertThat(run("base64-encode=1", "")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "base64-decode, /w==", "base64url-decode, _w", "hex-decode, ff", "quoted-printable-decode, =FF" })
	void decodersGiveBytesThatNeedNotBeText(String recipe, String encoded) {
		assertThat(run(recipe, Value.of(encoded))).isEqualTo(Value.of(bytes(0xFF)));
		assertRefused(recipe + ",upper-case", encoded, "step 2, upper-case, takes a text, and the result of step 1");
	}

	@ParameterizedTest
	@CsvSource({ "base64-encode, /wA=", "base64url-encode, _wA", "hex-encode, ff00",
			"quoted-printable-encode, =FF=00" })
	void encodersTakeBytesThatNeedNotBeText(String recipe, String encoded) {
		assertThat(run(recipe, Value.of(bytes(0xFF, 0)))).isEqualTo(Value.of(encoded));
	}

	// RFC 4648, section 10, in lower case
	@ParameterizedTest
	@CsvSource({ "'', ''", "foobar, 666f6f626172", "\u00e9, c3a9" })
	void hexMatchesItsSpecification(String text, String encoded) {
		assertThat(run("hex-encode", text)).isEqualTo(encoded);
		assertThat(run("hex-decode", encoded)).isEqualTo(text);
		assertThat(run("upper-case,hex-decode", encoded)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "66 6f", "66\n6F\n", "0x66,0x6f", "0x66, 0X6F,", "\\x66\\x6f", "66:6f", "66-6f", "0x666f",
			" 66  6f " })
	void hexIgnoresWhatIsUsualBetweenBytes(String text) {
		assertThat(run("hex-decode", text)).isEqualTo("fo");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', textBlock = """
			6             | the hexadecimal is cut off
			666           | the hexadecimal is cut off
			66 0x         | the hexadecimal is cut off
			6g            | not a hexadecimal digit at character 2; each byte has two digits
			66 6 6        | not a hexadecimal digit at character 5
			0x6, 0x7      | not a hexadecimal digit at character 4
			66.66         | not a hexadecimal digit at character 3
			\uff16\uff16 | not a hexadecimal digit at character 1
			\u0666\u0666 | not a hexadecimal digit at character 1
			""", delimiter = '|')
	void hexRefusesInvalidInputWithTheReason(String text, String reason) {
		assertRefused("hex-decode", text, reason);
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
		assertThat(run("hexdump", "")).isEmpty();
	}

	// the example of RFC 2045, section 6.7; its soft line break is not where this encoder
	// puts it
	@Test
	void quotedPrintableDecodesTheExampleInItsSpecification() {
		assertThat(run("quoted-printable-decode",
				"Now's the time =\r\nfor all folk to come=\r\n to the aid of their country."))
			.isEqualTo("Now's the time for all folk to come to the aid of their country.");
	}

	@ParameterizedTest
	@CsvSource({ "a=b, a=3Db", "\u00e9, =C3=A9", "'a ', a=20", "'a\t', a=09", "'a b', 'a b'", "'a \nb', 'a=20\nb'",
			"'a\r\nb', 'a\r\nb'", "'a\rb', a=0Db", "'\r\r\n', '=0D\r\n'", "'!~', '!~'", "'\u007f', =7F" })
	void quotedPrintableFollowsItsRules(String text, String encoded) {
		assertThat(run("quoted-printable-encode", text)).isEqualTo(encoded);
		assertThat(run("quoted-printable-decode", encoded)).isEqualTo(text);
	}

	@Test
	void quotedPrintableLinesHaveAtMostSeventySixCharacters() {
		String line = "x".repeat(76);
		assertThat(run("quoted-printable-encode", line)).isEqualTo(line);
		assertThat(run("quoted-printable-encode", line + "\n" + line)).isEqualTo(line + "\n" + line);
		assertThat(run("quoted-printable-encode", line + "x")).isEqualTo("x".repeat(75) + "=\r\nxx");
		assertThat(run("quoted-printable-encode", line + "x\n")).isEqualTo("x".repeat(75) + "=\nxx\n");
		assertThat(run("quoted-printable-encode", "x".repeat(73) + "\u00e9")).isEqualTo("x".repeat(73) + "=\r\n=C3=A9");
		assertThat(run("quoted-printable-encode", "\u00e9".repeat(1000)).lines())
			.allMatch((each) -> each.length() <= 76);
	}

	@ParameterizedTest
	@CsvSource({ "'a  \nb\t', 'a\nb'", "'a=  \nb', ab", "'a= \t\r\nb', ab", "=c3=a9, \u00e9" })
	void quotedPrintableRemovesTrailingWhiteSpace(String encoded, String text) {
		assertThat(run("quoted-printable-decode", encoded)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "=", "a=", "=4", "=G1", "=4G", "==41", "=\r", "\u00e9", "\u0000", "a\rb", "= 41",
			"=\uff14\uff11" })
	void quotedPrintableRefusesInvalidInput(String text) {
		assertRefused("quoted-printable-decode", text);
	}

}
