package dev.couplet.transform.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
	@ValueSource(strings = { "Z", "Zg", "Zg=", "Zm8", "Zg==\n", "Zm9v Zm9v", "Zm9v\r\n", "Zg==Zg==", "====",
			"Zm\u00e99", "Zm9\u01f6", "\ud83c\udf39", "Z%3D=" })
	void base64RefusesInvalidInput(String text) {
		assertRefused("base64-decode", text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Z", "Zg=", "Zm9v\n", "Zm 9", "Zm9v=", "Zm9\u01f6" })
	void base64UrlRefusesInvalidInput(String text) {
		assertRefused("base64url-decode", text);
	}

	@ParameterizedTest
	@CsvSource({ "base64-decode, /w==", "base64url-decode, _w", "base64-decode, 7aCA", "hex-decode, c3",
			"hex-decode, eda080", "hex-decode, c080", "url-decode, %FF", "url-decode, %ED%A0%80",
			"quoted-printable-decode, =FF", "quoted-printable-decode, =C3" })
	void decodersRefuseBytesThatAreNotUtf8(String recipe, String text) {
		assertRefused(recipe, text);
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
	@ValueSource(strings = { "6", "666", "6g", "0x66", "66 6f", "66\n", "\uff16\uff16", "\u0666\u0666" })
	void hexRefusesInvalidInput(String text) {
		assertRefused("hex-decode", text);
	}

	@Test
	void urlEncodingKeepsOnlyUnreservedCharacters() {
		String unreserved = "ABCXYZabcxyz0189-._~";
		assertThat(run("url-encode", unreserved)).isEqualTo(unreserved);
		// RFC 3986, section 2.2, and characters that are neither reserved nor unreserved
		assertThat(run("url-encode", ":/?#[]@!$&'()*+,;="))
			.isEqualTo("%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D");
		assertThat(run("url-encode", " %\"<>\\^`{|}\u007f\n")).isEqualTo("%20%25%22%3C%3E%5C%5E%60%7B%7C%7D%7F%0A");
		// RFC 3986, section 2.5
		assertThat(run("url-encode", "\u00c0")).isEqualTo("%C3%80");
		assertThat(run("url-encode", "\u30a2")).isEqualTo("%E3%82%A2");
		assertThat(run("url-encode", "\ud83c\udf39")).isEqualTo("%F0%9F%8C%B9");
	}

	@ParameterizedTest
	@CsvSource({ "%41%c3%80, A\u00c0", "a+b, a+b", "\u00e9%20, '\u00e9 '", "%2541, %41" })
	void urlDecodingOnlyDecodesPercentSigns(String encoded, String text) {
		assertThat(run("url-decode", encoded)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "%", "a%", "%4", "%G1", "%4G", "%%41", "% 1", "%-1", "%\uff14\uff11" })
	void urlDecodingRefusesAPercentSignWithoutDigits(String text) {
		assertRefused("url-decode", text);
	}

	@ParameterizedTest
	@CsvSource({ "<, &lt;", ">, &gt;", "&, &amp;", "'\"', &quot;", "&amp;, &amp;amp;", "\u00e9, \u00e9" })
	void htmlEncodingEscapesSpecialCharacters(String text, String encoded) {
		assertThat(run("html-encode", text)).isEqualTo(encoded);
		assertThat(run("html-decode", encoded)).isEqualTo(text);
	}

	@Test
	void htmlEncodingIsSafeInAttributes() {
		assertThat(run("html-encode", "it's")).isEqualTo("it&#39;s");
	}

	@Test
	void htmlDecodingSupportsAllNames() throws IOException {
		List<String> references = htmlReferences();
		assertThat(references).hasSize(2231);
		for (String line : references) {
			String[] reference = line.split("\t", -1);
			String characters = Stream.of(reference[1].split(" ", -1))
				.map((codePoint) -> Character.toString(Integer.parseInt(codePoint.substring(2), 16)))
				.collect(Collectors.joining());
			assertThat(run("html-decode", "a" + reference[0] + " ")).as(line).isEqualTo("a" + characters + " ");
		}
	}

	private static List<String> htmlReferences() throws IOException {
		try (InputStream list = EncodingTransformsTests.class.getResourceAsStream("html-character-references.tsv")) {
			String lines = new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8);
			return lines.lines().filter((line) -> line.startsWith("&")).toList();
		}
	}

	@ParameterizedTest
	@CsvSource({ "&eacute;&#233;&#xE9;&#Xe9;, \u00e9\u00e9\u00e9\u00e9", "&hellip;&apos;, \u2026'",
			"&#x1F339;, \ud83c\udf39", "&amp;lt;, &lt;", "&#38;lt;, &lt;", "&&amp;, &&", "&am&amp;, &am&",
			"&#0000000000000000065;, A", "&nGt;, \u226b\u20d2" })
	void htmlDecodingDecodesOnce(String encoded, String text) {
		assertThat(run("html-decode", encoded)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({ "&eacute &#233 &#xE9, \u00e9 \u00e9 \u00e9", "&#233x&#xE9g, \u00e9x\u00e9g", "&notit;, \u00acit;",
			"&notin;, \u2209", "&notin, \u00acin", "&ampamp;, &amp;", "?a=1&copy=2, ?a=1\u00a9=2", "&amp, &" })
	void htmlDecodingAllowsAMissingSemicolonWhereHtmlDoes(String encoded, String text) {
		assertThat(run("html-decode", encoded)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "&", "& ", "&;", "&x;", "&#", "&#;", "&#x", "&#x;", "&#xg;", "&#a;", "&#\u0663;",
			"&hellip", "&AMp;", "&_amp;", "&\u00e9;" })
	void htmlDecodingKeepsTextThatIsNotAReference(String text) {
		assertThat(run("html-decode", text)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({ "&#147;bread&#148;, \u201cbread\u201d", "&#x80;&#159;, \u20ac\u0178",
			"&#129;&#141;&#143;&#144;&#157;, \u0081\u008d\u008f\u0090\u009d", "&#127;&#160;, \u007f\u00a0",
			"&#xFFFE;, \ufffe" })
	void htmlDecodingMapsNumbersBelow160ByWindows1252(String encoded, String text) {
		assertThat(run("html-decode", encoded)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "&#0;", "&#x000;", "&#xD800;", "&#xDFFF;", "&#55296;", "&#x110000;", "&#1114112;",
			"&#2147483713;", "&#4294967295;", "&#4294967361;", "&#x100000041;", "&#99999999999999999999;",
			"&#xFFFFFFFFFFFFFFFFFFFF;" })
	void htmlDecodingReplacesInvalidNumbers(String text) {
		assertThat(run("html-decode", text)).isEqualTo("\ufffd");
	}

	@Test
	void htmlDecodingDoesNotCombineSurrogates() {
		assertThat(run("html-decode", "&#xD83C;&#xDF39;")).isEqualTo("\ufffd\ufffd");
	}

	@Test
	void jsonEncodingEscapesOnlyWhatJsonRequires() {
		assertThat(run("json-encode", "\"\\/\b\f\n\r\t")).isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\"");
		assertThat(run("json-encode", "\0\u001f\u007f\u2028\u00e9\ud83c\udf39"))
			.isEqualTo("\"\\u0000\\u001F\u007f\u2028\u00e9\ud83c\udf39\"");
		assertThat(run("json-encode", "")).isEqualTo("\"\"");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', value = { "`\"\"`, ``", "` \"a\"\n`, a", "`\"\\u00e9\\u00E9\"`, \u00e9\u00e9",
			"`\"\\ud83c\\udf39\"`, \ud83c\udf39", "`\"\\/\"`, /" })
	void jsonDecodingAcceptsOneString(String json, String text) {
		assertThat(run("json-decode", json)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a", "\"", "\"a", "a\"", "'a'", "\"a\"b", "\"a\" \"b\"", "\"a\",", "1", "null",
			"true", "[\"a\"]", "{\"a\":1}", "\"\n\"", "\"\t\"", "\"\\x\"", "\"\\u12\"", "\"\\u00g0\"", "\"\\ud800\"",
			"\"\\udc00\\ud800\"", "\"\\ud800a\"", "// c\n\"a\"", "\"a\" #", "\ufeff\"a\"" })
	void jsonDecodingRefusesAnythingElse(String json) {
		assertRefused("json-decode", json);
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
			"=\uff14\uff11", "=C3\n=A9" })
	void quotedPrintableRefusesInvalidInput(String text) {
		assertRefused("quoted-printable-decode", text);
	}

}
