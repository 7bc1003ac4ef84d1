package dev.couplet.transform.library;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.couplet.transform.PercentEncoding;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueRefusedException;

/**
 * Escapes of URLs, HTML and JSON, and back.
 */
class EscapeTransforms implements TransformLibrary {

	private static final String UNRESERVED = "-._~";

	@Override
	public List<Transform> transforms() {
		return List.of(urlEncode(), urlDecode(), htmlEncode(), htmlDecode(), jsonEncode(), jsonDecode());
	}

	private static Transform urlEncode() {
		return Transform.named("url-encode")
			.synonyms("percent-encode", "uri-encode", "encode-uri-component", "escape", "quote", "urlencode",
					"rawurlencode")
			.describedAs("Percent-encodes (RFC 3986) the UTF-8 bytes of all characters except ASCII letters, digits "
					+ "and \"-._~\". A space becomes %20.")
			.example("url-encode", "my poème, 1/2", "my%20po%C3%A8me%2C%201%2F2")
			.applyingWithin((text, limit) -> {
				long kept = text.chars().filter(EscapeTransforms::isUnreserved).count();
				limit.check(3 * Utf8.size(text) - 2 * kept);
				return percentEncode(text);
			});
	}

	// URLEncoder encodes HTML forms; three characters differ from RFC 3986
	private static String percentEncode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8)
			.replace("+", "%20")
			.replace("*", "%2A")
			.replace("%7E", "~");
	}

	private static Transform urlDecode() {
		return Transform.named("url-decode")
			.synonyms("percent-decode", "uri-decode", "decode-uri-component", "unescape", "unquote", "urldecode",
					"rawurldecode")
			.describedAs("Decodes percent-encoded UTF-8 (RFC 3986). Other characters, including the plus sign, "
					+ "are left unchanged. A percent sign without two digits is refused.")
			.example("url-decode", "my%20po%c3%a8me+1", "my poème+1")
			.applying((text) -> PercentEncoding.decode(text, ValueRefusedException::new));
	}

	private static Transform htmlEncode() {
		return Transform.named("html-encode")
			.synonyms("html-escape", "escape", "escape-html", "htmlspecialchars", "htmlentities", "to-html-entity",
					"xml-escape")
			.describedAs("Replaces & < > \" and ' by character references, for use in HTML text and attributes.")
			.example("html-encode", "the <b>moon</b> & I", "the &lt;b&gt;moon&lt;/b&gt; &amp; I")
			.applyingWithin(HtmlEscapes::encode);
	}

	private static Transform htmlDecode() {
		return Transform.named("html-decode")
			.synonyms("html-unescape", "unescape", "unescape-html", "html-entity-decode", "from-html-entity",
					"xml-unescape")
			.describedAs(
					"Decodes character references by the rules of HTML 5 for text between tags: numbers and all names, "
							+ "including those that do not need a semicolon. Anything else is left unchanged.")
			.example("html-decode", "the moon &amp; I &mdash; &#x263E;", "the moon & I — ☾")
			.applyingWithin(HtmlEscapes::decode);
	}

	private static Transform jsonEncode() {
		return Transform.named("json-encode")
			.synonyms("json-escape", "escape", "json-stringify", "json-dumps", "to-json")
			.describedAs("Encodes the text as a JSON string (RFC 8259), with its quotation marks.")
			.example("json-encode", "\"late\"\nmoon", "\"\\\"late\\\"\\nmoon\"")
			.applyingWithin(JsonString::encode);
	}

	private static Transform jsonDecode() {
		return Transform.named("json-decode")
			.synonyms("json-unescape", "unescape", "json-parse", "json-loads", "from-json")
			.describedAs("Decodes a JSON string (RFC 8259). Anything but white space before or after it is refused.")
			.callCost(5000)
			.example("json-decode", "\"po\\u00e8me\"", "poème")
			.applying(JsonStringReader::decode);
	}

	private static boolean isUnreserved(int unit) {
		return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || (unit >= '0' && unit <= '9')
				|| UNRESERVED.indexOf(unit) >= 0;
	}

}
