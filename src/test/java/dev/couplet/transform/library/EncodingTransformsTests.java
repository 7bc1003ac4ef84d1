package dev.couplet.transform.library;

import java.util.List;

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
		assertRefused("base64-decode", "Zm9-", "URL-safe base64 at character 4; base64url-decode decodes it");
		assertRefused("base64url-decode", "Zm9/", "standard base64 at character 4; base64-decode decodes it");
		assertRefused("base64url-decode", "Zm9+", "standard base64 at character 4; base64-decode decodes it");
	}

	@Test
	void base64OfBothAlphabetsNamesTheReplacements() {
		assertRefused("base64-decode", "Zm+_", "URL-safe base64 at character 4; put replace=-:+,replace=_:/ first");
		assertThat(run("replace=-:+,replace=_:/,base64-decode,hex-encode", "Zm+_")).isEqualTo("666fbf");
		assertRefused("base64url-decode", "Z-m/", "standard base64 at character 4; put replace=+:-,replace=/:_ first");
		assertThat(run("replace=+:-,replace=/:_,base64url-decode,hex-encode", "Z-m/")).isEqualTo("67e9bf");
	}

	@Test
	void base64SaysWhatToPutFirstForWhatPeoplePaste() {
		assertRefused("base64-decode", "echo aGk= |",
				"not base64 at character 11; if there is other text around the base64, put regex-extract=[\\w/+-]+%3D+ first");
		assertThat(run("regex-extract=[\\w/+-]+%3D+,base64-decode", "echo aGk= |")).isEqualTo("hi");
		for (String text : List.of("(aGk=)", "Authorization: Basic aGk=", "SECRET aGk= text", "aG*k aGk=",
				"aGk= aGk")) {
			assertRefused("base64-decode", text, "put regex-extract=");
			assertThat(run("regex-extract=[\\w/+-]+%3D+,base64-decode", text)).isEqualTo("hi");
		}
		assertRefused("base64-decode", "echo aGk= | base64 -d", "put regex-extract=[\\w/+-]+%3D+ first");
		assertRefused("base64-decode", "aG\u200bk=",
				"not base64 at character 3; it is invisible, so put strip-invisible");
		assertRefused("base64-decode", "data:text/plain;base64,aGk=",
				"at character 5; if it is a data URL, put regex-replace=^data[^%2C]*%2C: first");
		assertThat(run("regex-replace=^data[^%2C]*%2C:,base64-decode", "data:text/plain;base64,aGk=")).isEqualTo("hi");
		String pem = "-----BEGIN MOON-----\naGk=\n-----END MOON-----\n";
		assertRefused("base64-decode", pem, "not base64 at character 1; if it is PEM, put drop-lines=^----- first");
		assertRefused("base64url-decode", pem, "character 27; if it is PEM, put drop-lines=^----- first");
		assertThat(run("drop-lines=^-----,base64-decode", pem)).isEqualTo("hi");
		assertRefused("base64-decode", "aGk=\naGk=\n",
				"at character 6; for one value on each line, use each-line(base64-decode)");
		assertRefused("base64url-decode", "aGk=\naGk=\n",
				"at character 6; for one value on each line, use each-line(base64url-decode)");
	}

	@ParameterizedTest
	@CsvSource({ "base64-decode, aGk=", "base64-decode=strict, aGk=", "base64url-decode, aGk", "hex-decode, 6869",
			"quoted-printable-decode, hi", "base32-decode, NBUQ", "base45-decode, :8D", "base58-decode, 8wr",
			"base62-decode, 6x7", "ascii85-decode, <~BP@~>", "binary-decode, 0110100001101001", "octal-decode, 150151",
			"decimal-decode, 104 105", "hexdump-decode, 00000000: 6869", "uu-decode, '\":&D`'" })
	void decodersIgnoreAByteOrderMark(String recipe, String encoded) {
		assertThat(run(recipe, "\uFEFF" + encoded)).isEqualTo("hi");
	}

	@Test
	void base64BreaksLines() {
		assertThat(run("base64-encode=4", "foobar")).isEqualTo("Zm9v\nYmFy");
		assertThat(run("base64-encode=3", "foobar")).isEqualTo("Zm9\nvYm\nFy");
		assertThat(run("base64-encode=8", "foobar")).isEqualTo("Zm9vYmFy");
		assertThat(run("base64-encode=1", "")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "base64-decode, /w==", "base64url-decode, _w", "hex-decode, ff", "quoted-printable-decode, =FF",
			"base32-decode, 74======", "base45-decode, U5", "base58-decode, 5Q", "base62-decode, 47",
			"ascii85-decode, rr", "binary-decode, 11111111", "octal-decode, 377", "decimal-decode, 255",
			"hexdump-decode, 00000000: ff", "uu-decode, '!_P``'" })
	void decodersGiveBytesThatNeedNotBeText(String recipe, String encoded) {
		assertThat(run(recipe, Value.of(encoded))).isEqualTo(Value.of(bytes(0xFF)));
		assertRefused(recipe + ",upper-case", encoded, "step 2, upper-case, takes a text, and the result of step 1");
	}

	@ParameterizedTest
	@CsvSource({ "base64-encode, /wA=", "base64url-encode, _wA", "hex-encode, ff00", "quoted-printable-encode, =FF=00",
			"base32-encode, 74AA====", "base45-encode, UAW", "base58-encode, LQX", "base62-encode, Gyu",
			"ascii85-encode, rr<", "binary-encode, 11111111 00000000", "octal-encode, 377 000",
			"decimal-encode, 255 0" })
	void encodersTakeBytesThatNeedNotBeText(String recipe, String encoded) {
		assertThat(run(recipe, Value.of(bytes(0xFF, 0)))).isEqualTo(Value.of(encoded));
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
	@CsvSource({ "a=b, a=3Db", "\u00e9, =C3=A9", "'a ', a=20", "'a\t', a=09", "'a b', 'a b'", "'a\tb', 'a\tb'",
			"'a \nb', 'a=20\nb'", "'a\r\nb', 'a\r\nb'", "'a\rb', a=0Db", "'\r\r\n', '=0D\r\n'", "'!~', '!~'",
			"'\u007f', =7F" })
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
		assertThat(run("quoted-printable-encode", "\r\n" + line + "x\n"))
			.isEqualTo("\r\n" + "x".repeat(75) + "=\r\nxx\n");
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
	@ValueSource(strings = { "=", "a=", "=4", "=G1", "=4G", "==41", "=\r", "\u00e9", "\u0000", "\u007f", "a\rb", "= 41",
			"=\uff14\uff11" })
	void quotedPrintableRefusesInvalidInput(String text) {
		assertRefused("quoted-printable-decode", text);
	}

	@Test
	void quotedPrintableIsRefusedWithThePlace() {
		assertRefused("quoted-printable-decode", "ab\n=4G", "not quoted-printable at character 6; it has printable");
	}

	// what codecs.encode(value, "uu") of Python 3.11 gives, with another name and its
	// spaces as uuencode of GNU sharutils writes them
	@Test
	void uuencodingMatchesThatOfPython() {
		String text = "the moon is late, and the night train later than the tide";
		String encoded = """
				begin 644 data
				M=&AE(&UO;VX@:7,@;&%T92P@86YD('1H92!N:6=H="!T<F%I;B!L871E<B!T
				,:&%N('1H92!T:61E
				`
				end
				""";
		assertThat(run("uu-encode", text)).isEqualTo(encoded);
		assertThat(run("uu-decode", encoded)).isEqualTo(text);
		assertThat(run("uu-encode", "")).isEqualTo("begin 644 data\n`\nend\n");
		assertThat(run("uu-encode", Value.of(bytes(0))).text()).isEqualTo("begin 644 data\n!````\n`\nend\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "begin 644 x\n\":&D`\n`\nend\n", "begin 666 a name\r\n\":&D`\r\n`\r\nend", "\":&D`",
			"\":&D \n \n", "From: me\n\nbegin 644 x\n\":&D \n\nend\nbye\n", "begin 644 x\n\":&D\n`\nend\n",
			"begin 644 x\n\":&D``\n`\nend\n", "\n\":&D`\n\n" })
	void uuencodingIsDecodedAsUudecodeDoes(String text) {
		assertThat(run("uu-decode", text)).isEqualTo("hi");
	}

	@Test
	void uuencodingThatIsCutOffOrWrongIsRefusedWithTheReason() {
		assertRefused("uu-decode", "begin 644 x\n\":&D`\n`\n", "cut off: there is no line with its end");
		assertRefused("uu-decode", "begin 644 x", "cut off: there is no line with its end");
		assertRefused("uu-decode", "begin 644 x\n\":&D`A\n`\nend",
				"longer than its first character says at line 2, column 6");
		assertRefused("uu-decode", "begin 644 x\n\":&Dx\n`\nend", "not uuencoded at line 2, column 5");
		assertRefused("uu-decode", "begin 644 x\n`\nend\nbegin 644 y\n`\nend",
				"another uuencoded file at line 4, column 1");
		assertRefused("uu-decode", "\":&D`\n\":&D", "shorter than its first character says at line 2, column 1");
		assertRefused("uu-decode", "HELLO", "shorter than its first character says at line 1, column 1");
		assertRefused("uu-decode", "\u00e9", "not uuencoded at line 1, column 1");
		String base64 = "begin-base64 644 x\naGk=\n====\n";
		assertRefused("uu-decode", base64, "drop-lines=^begin,drop-lines=^%3D,base64-decode decodes it");
		assertThat(run("drop-lines=^begin,drop-lines=^%3D,base64-decode", base64)).isEqualTo("hi");
	}

}
