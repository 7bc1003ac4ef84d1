package dev.couplet.transform.library;

import java.util.List;
import java.util.Locale;

import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * Escapes of URLs, HTML, XML and JSON, and back.
 */
class EscapeTransforms implements TransformLibrary {

	@Override
	public List<Transform> transforms() {
		return List.of(urlEncode(), urlDecode(), htmlEncode(), htmlDecode(), xmlEscape(), xmlUnescape(), jsonEncode(),
				jsonDecode());
	}

	private static Transform urlEncode() {
		Parameter<String> form = Parameter.choice("form", "component", "path", "form");
		return Transform.named("url-encode")
			.synonyms("percent-encode", "uri-encode", "encode-uri-component", "escape", "urlencode", "rawurlencode",
					"form-encode", "quote-plus")
			.describedAs("Percent-encodes (RFC 3986) the UTF-8 bytes of all characters except ASCII letters, digits "
					+ "and \"-._~\"; for a path, also except \"!$&'()*+,;=:@/\". For a form "
					+ "(application/x-www-form-urlencoded), all except \"*-._\", and a space becomes a plus sign.")
			.with(form)
			.example("url-encode", "my poème, 1/2", "my%20po%C3%A8me%2C%201%2F2")
			.binding((arguments) -> url(arguments.get(form))::encode);
	}

	private static Transform urlDecode() {
		Parameter<String> form = Parameter.choice("form", "component", "path", "form");
		return Transform.named("url-decode")
			.synonyms("percent-decode", "uri-decode", "decode-uri-component", "unescape", "unquote", "urldecode",
					"rawurldecode", "form-decode", "unquote-plus")
			.describedAs("Decodes percent-encoded UTF-8 (RFC 3986). Other characters are left unchanged, including the "
					+ "plus sign, which is a space only in a form. A percent sign without two digits is refused.")
			.with(form)
			.example("url-decode", "my%20po%c3%a8me+1", "my poème+1")
			.binding((arguments) -> {
				UrlEscapes escapes = url(arguments.get(form));
				return (text, limit) -> escapes.decode(text);
			});
	}

	private static UrlEscapes url(String form) {
		return UrlEscapes.valueOf(form.toUpperCase(Locale.ROOT));
	}

	private static Transform htmlEncode() {
		Parameter<String> style = Parameter.choice("style", "minimal", "named", "numeric");
		return Transform.named("html-encode")
			.synonyms("html-escape", "escape", "escape-html", "htmlspecialchars", "htmlentities", "to-html-entity",
					"html-entities")
			.describedAs("Replaces & < > \" and ' by character references, for use in HTML text and attributes. "
					+ "The named style also replaces all characters that have the same name in HTML 4 and HTML 5, "
					+ "and the numeric style all characters from U+00A0 on.")
			.with(style)
			.example("html-encode", "the <b>moon</b> & I", "the &lt;b&gt;moon&lt;/b&gt; &amp; I")
			.binding((arguments) -> ByteOrderMark
				.keptBy(HtmlStyle.valueOf(arguments.get(style).toUpperCase(Locale.ROOT))::apply));
	}

	private static Transform htmlDecode() {
		return Transform.named("html-decode")
			.synonyms("html-unescape", "unescape", "unescape-html", "html-entity-decode", "from-html-entity",
					"html-entities")
			.describedAs(
					"Decodes character references by the rules of HTML 5 for text between tags: numbers and all names, "
							+ "including those that do not need a semicolon. Anything else is left unchanged.")
			.weighing(150)
			.example("html-decode", "the moon &amp; I &mdash; &#x263E;", "the moon & I — ☾")
			.applyingWithin(HtmlEscapes::decode);
	}

	private static Transform xmlEscape() {
		return Transform.named("xml-escape")
			.synonyms("xml-encode", "escape-xml", "to-xml-entity", "saxutils-escape")
			.describedAs("Replaces & < > \" and ' by the five names of XML 1.0, for use in XML text and attributes. "
					+ "Characters that XML 1.0 does not allow, such as most control characters, are refused.")
			.example("xml-escape", "the <b>moon</b> & I", "the &lt;b&gt;moon&lt;/b&gt; &amp; I")
			.applyingWithin(XmlEscapes::encode);
	}

	private static Transform xmlUnescape() {
		return Transform.named("xml-unescape")
			.synonyms("xml-decode", "unescape-xml", "from-xml-entity", "saxutils-unescape")
			.describedAs("Decodes the five names and the numbers of XML 1.0. Any other reference, an ampersand that "
					+ "begins none, and characters that XML 1.0 does not allow are refused.")
			.example("xml-unescape", "the moon &amp; I &#x263E;", "the moon & I ☾")
			.applying(XmlEscapes::decode);
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

}
