package dev.couplet.transform.library;

import dev.couplet.transform.HostileTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WebTransforms}.
 */
class WebTransformsTests extends LibraryRunner {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			a<br>b<br/>c                                    | a~b~c
			<p>a<p>b                                        | a~~b
			<div>a</div><div><div>b</div></div>             | a~b
			a  b <b> c</b>d                                 | a b cd
			<ol><li>a<li><p>b</p><ul><li>c</ul></ol>d       | 1. a~~2. b~~  - c~~d
			<table><tr><td>a<td><p>b<tr><td><td>c</table>   | a~~b~~c
			<title>t</title><script>1<2</script>a           | a
			<img src=x alt="a &amp; b"><img alt=c><img>     | a & bc
			&lt;b&gt; &#x41;&nbsp;b                         | <b> A\u00a0b
			<!-- a -- > --!>b<!-->c<!x>d<?y>e</>f</ g>h     | bcdefh
			1 < 2 <3 <                                      | 1 < 2 <3 <
			<a title=">" href='<b>'>b</a>                   | b
			<template>a</template>b                         | b
			a<b c                                           | a
			<textarea><b></textarea>c                       | <b>c
			""")
	void htmlIsLaidOutAsText(String html, String text) {
		String result = run("html-to-text", html).replace("\n", "~").replace("\t", "~~");
		assertThat(result).isEqualTo(text);
	}

	@Test
	void preformattedTextKeepsItsWhiteSpace() {
		assertThat(run("html-to-text", "a<pre>\n b\n  c</pre> d")).isEqualTo("a\n\n b\n  c\n\nd");
		assertThat(run("html-to-text", "<pre>a  b</pre>")).isEqualTo("a  b");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			a <b class="x > y">b</b> &amp; c  | a b &amp; c
			<<b>script>x</script>             | script>x
			<scr<b>ipt>                       | ipt>
			a<script>1<2</SCRIPT >b           | ab
			a<style>x                         | a
			x<!--a>-->y                       | xy
			a<textarea><b>c</textarea>d       | acd
			1 < 2 and 3 > 2                   | 1 < 2 and 3 > 2
			a<script>b</scriptx></script>c    | ac
			""")
	void tagsAreStripped(String html, String text) {
		assertThat(run("strip-tags", html)).isEqualTo(text);
		assertThat(run("strip-tags", text)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			<a href="javascript:alert(1)">a</a>                    | <a>a</a>
			<a href=" java&#9;script:alert(1)">a</a>               | <a>a</a>
			<a href="https://moon.example" onclick=x>a</a>         | <a href="https://moon.example">a</a>
			<img src=x onerror=alert(1)>                           | <img>
			<a href="/late">a</a> <a href="//moon.example">a</a>   | <a>a</a> <a>a</a>
			<a href="ht&#10;tp://moon.example">a</a>               | <a>a</a>
			<a href="MAILTO:a@b.com">a</a> <img src="ftp://a.b/c"> | <a href="MAILTO:a@b.com">a</a> <img>
			<svg><script>alert(1)</script></svg>                   | ``
			<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>  | ``
			<noscript><p title="</noscript><img src=x onerror=alert(1)>">    | <p></p>
			<iframe src="https://moon.example">a</iframe>          | ``
			<b>a                                                   | <b>a</b>
			a & b < c                                              | a &amp; b &lt; c
			<b><i>a</b>b</i>                                       | <b><i>a</i></b><i>b</i>
			""")
	void htmlIsSanitized(String html, String clean) {
		String result = run("html-sanitize", html);
		assertThat(result.replaceAll("<table>.*</table>", "")).isEqualTo(clean);
		assertThat(run("html-sanitize", result)).isEqualTo(result);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<div>", "<b>", "<table><tr><td>", "<b></p>", "<svg>", "<ul><li>", "<span>" })
	void deepHtmlIsRefused(String tag) {
		assertRefused("html-sanitize", tag.repeat(200), "levels of HTML; strip-tags");
		assertRefused("html-sanitize", tag.repeat(15_000), "; close elements where they end");
	}

	@Test
	void htmlWithManyAttributesOrALongNameIsRefused() {
		assertRefused("html-sanitize", "<a" + " b".repeat(300) + ">", "more than 200 attributes, or a name over 200");
		assertRefused("html-sanitize", "x\n</" + "a".repeat(200_000), "at line 2, column 1");
		assertThat(run("html-sanitize", "<img alt='" + "a".repeat(1000) + "'>")).hasSize(1012);
	}

	// examples of the CommonMark specification 0.31.2; a tilde stands for a line feed
	@ParameterizedTest
	@CsvSource(quoteCharacter = '^', delimiter = '|', textBlock = """
			^    foo\tbaz\t\tbim^ | <pre><code>foo\tbaz\t\tbim~</code></pre>~
			# foo                 | <h1>foo</h1>~
			*foo [bar](/url)*     | <p><em>foo <a rel="nofollow" href="/url">bar</a></em></p>~
			- `one~- two`         | <ul>~<li>`one</li>~<li>two`</li>~</ul>~
			**foo*bar**           | <p><strong>foo*bar</strong></p>~
			&copy; &#35;          | <p>\u00a9 #</p>~
			![foo](/url "title")  | <p><img src="/url" alt="foo" title="title" /></p>~
			Foo *bar*~=========   | <h1>Foo <em>bar</em></h1>~
			""")
	void markdownIsRenderedAsItsSpecificationSays(String markdown, String html) {
		assertThat(run("markdown-to-html", markdown.replace('~', '\n')).replace('\n', '~')).isEqualTo(html);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			<script>alert(1)</script>     | &lt;script&gt;alert(1)&lt;/script&gt;
			a <b>                         | <p>a &lt;b&gt;</p>
			[a](javascript:alert(1))      | <p><a rel="nofollow" href="">a</a></p>
			[a](JaVaScRiPt:alert(1))      | <p><a rel="nofollow" href="">a</a></p>
			![a](data:text/html;base64,x) | <p><img src="" alt="a" /></p>
			<javascript:alert(1)>         | <p><a rel="nofollow" href="">javascript:alert(1)</a></p>
			""")
	void markdownHasNoHtmlAndNoUnsafeLinks(String markdown, String html) {
		assertThat(run("markdown-to-html", markdown).strip()).isIn(html, "<p>" + html + "</p>");
	}

	@Test
	void longHtmlAndMarkdownAreRefused() {
		assertThat(run("html-sanitize", "a".repeat(1 << 19))).hasSize(1 << 19);
		assertRefused("html-sanitize", "a".repeat((1 << 19) + 1), "HTML of more than 524288 characters");
		assertThat(run("markdown-to-html", "a".repeat(1 << 19))).hasSize((1 << 19) + 8);
		assertRefused("markdown-to-html", "a".repeat((1 << 19) + 1), "Markdown of more than 524288 characters");
	}

	@Test
	void referencesToSurrogatesAreReplaced() {
		assertThat(run("markdown-to-html", "a&#xD800;b&#0;")).isEqualTo("<p>a\uFFFDb\uFFFD</p>\n");
		assertThat(run("html-to-text", "a&#xD800;b&#0;")).isEqualTo("a\uFFFDb\uFFFD");
	}

	@Test
	void deepMarkdownIsRefused() {
		assertThat(run("markdown-to-html", "> ".repeat(90) + "a")).contains("a");
		assertRefused("markdown-to-html", "> ".repeat(200) + "a", "more than 100 levels of Markdown");
		assertRefused("markdown-to-html", "- ".repeat(40) + "a" + "\n".repeat(250_000),
				"or of 9 in one with so many lines");
		assertRefused("markdown-to-html", "![[]()".repeat(40_000), "too many brackets, asterisks and underscores");
		assertRefused("markdown-to-html", "![a](b) *".repeat(20_000), "blank lines make shorter paragraphs");
		assertRefused("markdown-to-html", "[[](b)".repeat(20_000), "blank lines make shorter paragraphs");
		assertRefused("markdown-to-html", "[a](b)".repeat(20_000) + "\n\n" + "x\n\n".repeat(40_000),
				"shorter paragraphs");
		assertThat(run("markdown-to-html", "- **[a](b)** _c_\n".repeat(10_000))).hasSizeGreaterThan(10_000);
		assertThat(run("markdown-to-html", "![a](b)\n".repeat(10_000))).hasSizeGreaterThan(10_000);
	}

	// as urllib.parse.urlsplit of Python 3.11 splits them
	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|',
			textBlock = """
					https://user:p%40ss@[2001:db8::1]:8443/a/b;c?x=1#f | {"scheme":"https","user":"user","password":"p@ss","host":"[2001:db8::1]","port":8443,"path":"/a/b;c","query":"x=1","parameters":[{"name":"x","value":"1"}],"fragment":"f"}
					mailto:moon@night.example | {"scheme":"mailto","path":"moon@night.example"}
					urn:isbn:0451450523       | {"scheme":"urn","path":"isbn:0451450523"}
					file:///etc/passwd        | {"scheme":"file","host":"","path":"/etc/passwd"}
					` HTTP://Moon.Example:/ ` | {"scheme":"http","host":"moon.example","path":"/"}
					http://a?b                | {"scheme":"http","host":"a","path":"","query":"b","parameters":[{"name":"b","value":""}]}
					http://a/?b=%C3%A9&&c=+   | {"scheme":"http","host":"a","path":"/","query":"b=%C3%A9&&c=+","parameters":[{"name":"b","value":"\u00e9"},{"name":"c","value":" "}]}
					http://é.example/日本      | {"scheme":"http","host":"é.example","path":"/日本"}
					http://a#b?c              | {"scheme":"http","host":"a","path":"","fragment":"b?c"}
					""")
	void urlsAreSplit(String url, String json) {
		assertThat(run("url-parse", url)).isEqualTo(json);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			moon.example/late      | no scheme in the URL at character 1; a URL starts with such as https://
			``                     | no scheme
			http://a b             | white space inside the URL at character 9
			http://a\\b            | a backslash in the URL at character 9
			http://a/%zz           | a '%' without two hexadecimal digits in the URL at character 10
			http://a/?b=%FF        | percent-encoded bytes in the URL that are not UTF-8
			http://a@b@c/          | a second at sign before the host of the URL at character 11
			http://a:65536/        | no port number at character 14
			http://a:x/            | no port number
			http://[::1/           | no IPv6 address in the brackets
			http://[1.2.3.4]/      | no IPv6 address in the brackets
			http://[::1]x/         | no port number
			http://a:99999999999999| no port number
			""")
	void malformedUrlsAreRefused(String url, String reason) {
		assertRefused("url-parse", url, reason);
	}

	@ParameterizedTest
	@CsvSource({ "http://a.example/?utm_source=x, http://a.example/",
			"http://a.example/?a=1&UTM_x=2, http://a.example/?a=1", "http://a.example/?fbclid=1&b, http://a.example/?b",
			"http://a.example/?gclid=1&amp;b=2, http://a.example/?b=2",
			"http://a.example/?b=2&amp;gclid=1&amp;c, http://a.example/?b=2&amp;c",
			"http://a.example/?, http://a.example/?", "http://a.example/?b&&c, http://a.example/?b&&c",
			"a?utm_source=x, a?utm_source=x",
			"http://a.example/#utm_source=x?gclid, http://a.example/#utm_source=x?gclid",
			"'<http://a.example/?gclid=1>, b', '<http://a.example/>, b'" })
	void trackingParametersAreRemoved(String text, String clean) {
		assertThat(run("url-clean", text)).isEqualTo(clean);
	}

	@ParameterizedTest
	@CsvSource({ "http://a.example/b.c, hxxp[:]//a[.]example/b.c", "HTTPS://A.Example, HXXPS[:]//A[.]Example",
			"http://intranet/x, hxxp[:]//intranet/x", "ftp://1.2.3.4:21, fxp[:]//1[.]2[.]3[.]4:21",
			"http://[2001:db8::1]/, hxxp[:]//[2001[:]db8[:][:]1]/", "a.b@c.example, a.b[at]c[.]example",
			"http://a.example/http://b.example/c, hxxp[:]//a[.]example/hxxp[:]//b[.]example/c",
			"_http://a, _hxxp[:]//a", "4http://a, 4hxxp[:]//a",
			"http://a.example/?u=b.example, hxxp[:]//a[.]example/?u=b[.]example", "version 1.2, version 1.2" })
	void defangedTextIsRestored(String text, String defanged) {
		assertThat(run("defang", text)).isEqualTo(defanged);
		assertThat(run("refang", defanged)).isEqualTo(text);
		assertThat(run("defang", defanged)).isEqualTo(defanged);
	}

	@ParameterizedTest
	@CsvSource({ "hxxps://a(.)example, https://a.example", "hXXp[://]a{.}example, hTTp://a.example",
			"a[dot]example, a.example", "b [AT] a [DOT] example, b@a.example", "hxxp, hxxp", "a[x]b, a[x]b",
			"b(@)a[.]example, b@a.example" })
	void refangAcceptsWhatIsUsual(String text, String refanged) {
		assertThat(run("refang", text)).isEqualTo(refanged);
	}

	// RFC 7519, section 3.1
	@Test
	void theTokenOfItsSpecificationIsDecoded() {
		String token = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
				+ ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
				+ ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
		String json = "{\"header\":{\"typ\":\"JWT\",\"alg\":\"HS256\"},\"payload\":{\"iss\":\"joe\",\"exp\":1300819380,"
				+ "\"http://example.com/is_root\":true},\"signature\":\"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk\","
				+ "\"verified\":false}";
		assertThat(run("jwt-decode", token)).isEqualTo(json);
		assertThat(run("jwt-decode", "Authorization: Bearer " + token + "\n")).isEqualTo(json);
	}

	@ParameterizedTest
	@CsvSource({ "a.b, it has 2 parts instead of 3", "'', it has 1 part instead", "a.b.c.d.e, the token is encrypted",
			"a.b.c.d.e.f, more than 5 parts",
			"e30.e30!.x, the payload of the token is not URL-safe base64 at its character 4",
			"e30.e30.a, the signature of the token is cut off",
			"W10.e30., the header of the token is not a JSON object",
			"e30.bW9vbg., the payload of the token is not a JSON object",
			"_w.e30., the header of the token is not UTF-8" })
	void malformedTokensAreRefused(String token, String reason) {
		assertRefused("jwt-decode", token, reason);
	}

	@Test
	void anyTextIsStrippedOnceAndForAll() {
		HostileTexts.of(2000).values().forEach((text) -> {
			String once = run("strip-tags", "<<b>" + text + "<i</b>" + text);
			assertThat(run("strip-tags", once)).isEqualTo(once);
		});
	}

}
