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
		try (InputStream list = EscapeTransformsTests.class.getResourceAsStream("html-character-references.tsv")) {
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

	@ParameterizedTest
	@ValueSource(strings = { "%FF", "%ED%A0%80" })
	void urlDecodingRefusesBytesThatAreNotUtf8(String text) {
		assertRefused("url-decode", text);
	}

}
