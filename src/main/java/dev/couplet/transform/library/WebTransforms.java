package dev.couplet.transform.library;

import java.util.List;

import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * HTML, Markdown, URLs and tokens.
 */
class WebTransforms implements TransformLibrary {

	private static final int CALL_COST = 5000;

	@Override
	public List<Transform> transforms() {
		return List.of(htmlToText(), stripTags(), htmlSanitize(), markdownToHtml(), urlParse(), urlClean(), defang(),
				refang(), jwtDecode());
	}

	private static Transform htmlToText() {
		return Transform.named("html-to-text")
			.synonyms("html2text", "html2plain", "lynx-dump", "textify-html")
			.describedAs("Lays out HTML as plain text, with lines for its blocks, marks for list items, tabs between "
					+ "table cells, and the alternative texts of images. Links are their text, and scripts, styles and "
					+ "the title are left out.")
			.weighing(200)
			.example("html-to-text", "<h1>Moon</h1><p>It is\n<b>late</b> &amp; low.<ul><li>tide<li>night</ul>",
					"Moon\n\nIt is late & low.\n\n- tide\n- night")
			.applyingWithin(ByteOrderMark.droppedBy((text, limit) -> HtmlText.of(text, limit)));
	}

	private static Transform stripTags() {
		return Transform.named("strip-tags")
			.synonyms("striptags", "remove-tags", "remove-html", "strip-html")
			.describedAs("Removes the tags and comments of HTML, and scripts and styles with their contents. Anything "
					+ "else is kept as it is written, with white space and character references, but for a < before a tag.")
			.example("strip-tags", "<p>It is <b>late</b> &amp; low.</p>", "It is late &amp; low.")
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> TagStripper.strip(text)));
	}

	private static Transform htmlSanitize() {
		return Transform.named("html-sanitize")
			.synonyms("sanitize-html", "dompurify", "bleach-clean", "clean-html")
			.describedAs("Keeps only safe elements and attributes of HTML: text, lists, tables, images and links, by "
					+ "jsoup's relaxed list. Links are absolute, and without scripts. HTML has "
					+ "at most 100 levels and 524288 characters.")
			.weighing(1000)
			.callCost(CALL_COST)
			.example("html-sanitize", "<p onclick=\"run()\">It is <b>late<script>run()</script></p>",
					"<p>It is <b>late</b></p>")
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> HtmlSanitizer.sanitize(text, limit)));
	}

	private static Transform markdownToHtml() {
		return Transform.named("markdown-to-html")
			.synonyms("markdown", "md-to-html", "render-markdown", "md2html", "commonmark")
			.describedAs(
					"Renders Markdown (CommonMark 0.31.2) as HTML. HTML in it is escaped, and links have one of the "
							+ "schemes http, https and mailto, or none; others become empty. Markdown has "
							+ "at most 100 levels and 524288 characters.")
			.weighing(1000)
			.callCost(CALL_COST)
			.example("markdown-to-html", "# Moon\n\nIt is *late* <b>\n",
					"<h1>Moon</h1>\n<p>It is <em>late</em> &lt;b&gt;</p>\n")
			.applyingWithin(ByteOrderMark.droppedBy((text, limit) -> MarkdownHtml.render(text, limit)));
	}

	private static Transform urlParse() {
		return Transform.named("url-parse")
			.synonyms("urlparse", "parse-url", "urlsplit", "parse-uri", "url-split")
			.describedAs("Splits a URL with a scheme into its components (RFC 3986) as JSON. Scheme and host are in "
					+ "lower case; user, password and parameters are percent-decoded, and the rest is as written.")
			.weighing(500)
			.example("url-parse", "https://moon.example:8443/late?tide=low+1#top",
					"{\"scheme\":\"https\",\"host\":\"moon.example\",\"port\":8443,\"path\":\"/late\","
							+ "\"query\":\"tide=low+1\",\"parameters\":[{\"name\":\"tide\",\"value\":\"low 1\"}],"
							+ "\"fragment\":\"top\"}")
			.applyingWithin(ByteOrderMark.droppedBy((text, limit) -> JsonWriter.write(UrlParts.parse(text), limit)));
	}

	private static Transform urlClean() {
		return Transform.named("url-clean")
			.synonyms("clean-url", "clearurls", "strip-tracking", "remove-utm", "strip-utm")
			.describedAs("Removes tracking parameters from the URLs of a text, such as utm_source, gclid and fbclid. "
					+ "Anything else is left unchanged.")
			.weighing(200)
			.example("url-clean", "see https://moon.example/?utm_source=tide&page=2&gclid=1#late",
					"see https://moon.example/?page=2#late")
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> UrlCleaning.clean(text)));
	}

	private static Transform defang() {
		return Transform.named("defang")
			.synonyms("defang-url", "defang-ip", "defang-ioc", "neuter-url")
			.describedAs("Changes URLs, domains, email addresses and IP addresses so that no program follows them: "
					+ "http becomes hxxp, a period [.], the colon of a scheme or an IPv6 address [:], and an at sign [at].")
			.weighing(500)
			.example("defang", "see http://moon.example/a.b, 192.0.2.1, tide@low.example",
					"see hxxp[:]//moon[.]example/a.b, 192[.]0[.]2[.]1, tide[at]low[.]example")
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> Defanging.defang(text, limit)));
	}

	private static Transform refang() {
		return Transform.named("refang")
			.synonyms("fang", "refang-url", "refang-ioc", "fang-url")
			.describedAs("Restores defanged URLs and addresses: hxxp before a colon, and a period, dot, colon, ://, "
					+ "at sign or at in brackets of any kind. Anything else is left unchanged.")
			.weighing(200)
			.example("refang", "hxxps[:]//moon[.]example, tide [at] low (dot) example",
					"https://moon.example, tide@low.example")
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> Defanging.refang(text)));
	}

	private static Transform jwtDecode() {
		return Transform.named("jwt-decode")
			.synonyms("decode-jwt", "jwt", "parse-jwt", "jwt-parse")
			.describedAs("Decodes the header and payload of a JSON Web Token (RFC 7519) as JSON. Nothing is verified: "
					+ "anyone can write a token with any payload, and the result says so.")
			.weighing(500)
			.callCost(CALL_COST)
			.example("jwt-decode", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJtb29uIn0.c2lnbmVk",
					"{\"header\":{\"alg\":\"HS256\"},\"payload\":{\"sub\":\"moon\"},\"signature\":\"c2lnbmVk\","
							+ "\"verified\":false}")
			.applyingWithin(
					ByteOrderMark.droppedBy((text, limit) -> JsonWriter.write(JsonWebToken.decode(text), limit)));
	}

}
