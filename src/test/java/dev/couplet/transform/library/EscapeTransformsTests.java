package dev.couplet.transform.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EscapeTransforms}, with test vectors of the specifications.
 */
class EscapeTransformsTests extends LibraryRunner {

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

	// urllib.parse.quote and URLSearchParams of Node.js
	@Test
	void urlEncodingForAPathOrAFormKeepsOtherCharacters() {
		String text = "a b+c/d?\u00e9~!$&'()*,;=:@[]%\n#";
		assertThat(run("url-encode=path", text)).isEqualTo("a%20b+c/d%3F%C3%A9~!$&'()*,;=:@%5B%5D%25%0A%23");
		assertThat(run("url-encode=form", text))
			.isEqualTo("a+b%2Bc%2Fd%3F%C3%A9%7E%21%24%26%27%28%29*%2C%3B%3D%3A%40%5B%5D%25%0A%23");
		assertThat(run("url-encode=component", text)).isEqualTo(run("url-encode", text));
	}

	@Test
	void urlDecodingOfAFormTakesThePlusSignForASpace() {
		assertThat(run("url-decode=form", "a+b%2Bc%20d")).isEqualTo("a b+c d");
		assertThat(run("url-decode=path", "a+b%2Bc%20d")).isEqualTo("a+b+c d");
		assertRefused("url-decode=form", "a+b%2", "the '%' at character 4 is not followed by two hexadecimal digits");
		assertRefused("url-decode=path", "a+%FF", "from character 3 on are not UTF-8");
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

	// html.entities.codepoint2name of Python, which does not have the apostrophe
	@Test
	void htmlEncodingByNameUsesThoseOfHtml4() {
		String text = "caf\u00e9 \u2014 \u201crose\u201d \u20ac1 & <b> ' \u03bb \u263e \u8bd7 \u00a0\u2329";
		assertThat(run("html-encode=named", text))
			.isEqualTo("caf&eacute; &mdash; &ldquo;rose&rdquo; &euro;1 &amp; &lt;b&gt; &#39; &lambda; \u263e \u8bd7 "
					+ "&nbsp;\u2329");
	}

	// the error handler xmlcharrefreplace of Python, and the five special characters
	@Test
	void htmlEncodingByNumberMakesItAscii() {
		assertThat(run("html-encode=numeric", "caf\u00e9 & \u8bd7 \ud83c\udf39'"))
			.isEqualTo("caf&#233; &#38; &#35799; &#127801;&#39;");
		// a parser takes 133 for the ellipsis of windows-1252
		assertThat(run("html-encode=numeric", "\u0085")).isEqualTo("\u0085");
		assertThat(run("html-encode=numeric", "\uFEFF\uFEFF")).isEqualTo("\uFEFF&#65279;");
	}

	@Test
	void htmlDecodingSupportsAllNames() throws IOException {
		Map<String, String> references = htmlReferences();
		assertThat(references).hasSize(2231);
		references
			.forEach((reference, characters) -> assertThat(run("html-decode", "a" + reference + " ")).as(reference)
				.isEqualTo("a" + characters + " "));
	}

	// the standard's rule, over its own list: the longest name that is a prefix
	@Test
	void htmlDecodingTakesTheLongestNameBeforeOtherText() throws IOException {
		Map<String, String> references = htmlReferences();
		for (String reference : references.keySet()) {
			String name = reference.replace(";", "");
			for (String text : List.of(name, name + "=", name + "x;", name.substring(0, name.length() - 1) + ";")) {
				assertThat(run("html-decode", text)).as(text).isEqualTo(longestPrefix(text, references));
			}
		}
	}

	private static String longestPrefix(String text, Map<String, String> references) {
		for (int end = text.length(); end > 0; end--) {
			String characters = references.get(text.substring(0, end));
			if (characters != null) {
				return characters + text.substring(end);
			}
		}
		return text;
	}

	private static Map<String, String> htmlReferences() throws IOException {
		try (InputStream list = EscapeTransformsTests.class.getResourceAsStream("html-character-references.tsv")) {
			String lines = new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8);
			return lines.lines()
				.filter((line) -> line.startsWith("&"))
				.map((line) -> line.split("\t", -1))
				.collect(Collectors.toMap((reference) -> reference[0], (reference) -> characters(reference[1])));
		}
	}

	private static String characters(String codePoints) {
		return Stream.of(codePoints.split(" ", -1))
			.map((codePoint) -> Character.toString(Integer.parseInt(codePoint.substring(2), 16)))
			.collect(Collectors.joining());
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
			"&#2147483647;", "&#2147483713;", "&#4294967295;", "&#4294967361;", "&#x100000041;",
			"&#99999999999999999999;", "&#xFFFFFFFFFFFFFFFFFFFF;" })
	void htmlDecodingReplacesInvalidNumbers(String text) {
		assertThat(run("html-decode", text)).isEqualTo("\ufffd");
	}

	@Test
	void htmlDecodingDoesNotCombineSurrogates() {
		assertThat(run("html-decode", "&#xD83C;&#xDF39;")).isEqualTo("\ufffd\ufffd");
	}

	@Test
	void htmlDecodingIsNotConfusedByManyBeginnings() {
		for (String beginning : List.of("&", "&#", "&#x", "&a", "&CounterClockwiseContourIntegra")) {
			String many = beginning.repeat(1000);
			assertThat(run("html-decode", many)).isEqualTo(many);
			assertThat(run("html-decode", many + "&amp;")).isEqualTo(many + "&");
		}
		assertThat(run("html-decode", "&#" + "0".repeat(100_000) + "65;")).isEqualTo("A");
		assertThat(run("html-decode", "&#" + "9".repeat(100_000) + ";")).isEqualTo("\ufffd");
	}

	@Test
	void xmlEscapesTheFiveNames() {
		assertThat(run("xml-escape", "&<>\"'\u00e9\t\r\n&amp;"))
			.isEqualTo("&amp;&lt;&gt;&quot;&apos;\u00e9\t\r\n&amp;amp;");
		assertThat(run("xml-unescape", "&amp;&lt;&gt;&quot;&apos;&amp;lt;")).isEqualTo("&<>\"'&lt;");
	}

	@ParameterizedTest
	@CsvSource({ "&#65;&#x41;&#x0000041;, AAA", "&#xE9;&#xe9;, \u00e9\u00e9", "&#x10FFFF;, \udbff\udfff",
			"&#128;, \u0080", "&#9;x&#x7F;, '\tx\u007f'", "&#127801;, \ud83c\udf39" })
	void xmlUnescapingReadsNumbers(String text, String result) {
		assertThat(run("xml-unescape", text)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource({ "a & b, 3", "&, 1", "&amp, 1", "a&nbsp;, 2", "&AMP;, 1", "&#;, 1", "&#x;, 1", "&#X41;, 1", "&#65, 1",
			"&#65a;, 1", "\ud83c\udf39&#6 5;, 2", "&quot &amp;, 1", "&#\u0663;, 1", "&;, 1" })
	void xmlUnescapingRefusesAnyOtherReference(String text, int character) {
		assertRefused("xml-unescape", text, "no reference of XML at character " + character + "; ");
	}

	// XML 1.0, section 2.2
	@ParameterizedTest
	@ValueSource(strings = { "&#0;", "&#x1F;", "&#xD800;", "&#xDFFF;", "&#xFFFE;", "&#xFFFF;", "&#x110000;",
			"&#4294967361;", "&#99999999999999999999;" })
	void xmlUnescapingRefusesNumbersThatXmlDoesNotAllow(String text) {
		assertRefused("xml-unescape", "a" + text,
				"a reference to a character that XML 1.0 does not allow at character 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\0", "\u000b", "\u001f", "\ufffe", "\uffff" })
	void xmlRefusesCharactersThatItDoesNotAllow(String text) {
		String reason = "a character that XML 1.0 does not allow at character 2; strip-invisible removes most";
		assertRefused("xml-escape", "\ud83c\udf39" + text, reason);
		assertRefused("xml-unescape", "\ud83c\udf39" + text, reason);
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

	@ParameterizedTest
	@ValueSource(strings = { "%FF", "%ED%A0%80" })
	void urlDecodingRefusesBytesThatAreNotUtf8(String text) {
		assertRefused("url-decode", text);
	}

}
