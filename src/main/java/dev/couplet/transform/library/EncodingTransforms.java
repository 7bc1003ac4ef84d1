package dev.couplet.transform.library;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.PercentEncoding;
import dev.couplet.transform.TextFunction;
import dev.couplet.transform.TextRefusedException;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;
import dev.couplet.transform.Utf8;

/**
 * Encoders and decoders for a text's UTF-8 bytes or its characters. A decoder refuses
 * input that its encoding does not allow, and input that does not decode to well-formed
 * text.
 */
class EncodingTransforms implements TransformLibrary {

	private static final String UNRESERVED = "-._~";

	@Override
	public List<Transform> transforms() {
		return List.of(base64Encode(), base64Decode(), base64UrlEncode(), base64UrlDecode(), hexEncode(), hexDecode(),
				urlEncode(), urlDecode(), htmlEncode(), htmlDecode(), jsonEncode(), jsonDecode(),
				quotedPrintableEncode(), quotedPrintableDecode());
	}

	private static Transform base64Encode() {
		return Transform.named("base64-encode")
			.synonyms("b64", "to-base64", "btoa", "b64encode", "encode-base64")
			.describedAs("Encodes the UTF-8 bytes in base64 (RFC 4648), with padding, on one line.")
			.example("base64-encode", "my poème", "bXkgcG/DqG1l")
			.applyingWithin((text, limit) -> {
				limit.check((Utf8.size(text) + 2) / 3 * 4);
				return Base64.getEncoder().encodeToString(Utf8.encode(text));
			});
	}

	private static Transform base64Decode() {
		return Transform.named("base64-decode")
			.synonyms("b64", "from-base64", "atob", "b64decode", "decode-base64")
			.describedAs("Decodes base64 (RFC 4648) to UTF-8 text. Padding is required; line breaks are refused.")
			.example("base64-decode", "bXkgcG/DqG1l", "my poème")
			.applyingWithin(decoding("base64", (text) -> {
				if (text.length() % 4 != 0) {
					throw new IllegalArgumentException("padding is missing, which the JDK allows");
				}
				return Base64.getDecoder().decode(text);
			}));
	}

	private static Transform base64UrlEncode() {
		return Transform.named("base64url-encode")
			.synonyms("b64url", "urlsafe-b64encode", "to-base64url")
			.describedAs("Encodes the UTF-8 bytes in URL-safe base64 (RFC 4648, section 5), without padding.")
			.example("base64url-encode", "a poème", "YSBwb8OobWU")
			.applyingWithin((text, limit) -> {
				limit.check((Utf8.size(text) * 4 + 2) / 3);
				return Base64.getUrlEncoder().withoutPadding().encodeToString(Utf8.encode(text));
			});
	}

	private static Transform base64UrlDecode() {
		return Transform.named("base64url-decode")
			.synonyms("b64url", "urlsafe-b64decode", "from-base64url")
			.describedAs("Decodes URL-safe base64 (RFC 4648, section 5) to UTF-8 text. "
					+ "Padding is optional; line breaks are refused.")
			.example("base64url-decode", "YSBwb8OobWU", "a poème")
			.applyingWithin(decoding("base64url", Base64.getUrlDecoder()::decode));
	}

	private static Transform hexEncode() {
		return Transform.named("hex-encode")
			.synonyms("to-hex", "hex", "xxd", "bin2hex", "hexlify")
			.describedAs("Encodes the UTF-8 bytes in hexadecimal, as two lower-case digits each.")
			.example("hex-encode", "poème", "706fc3a86d65")
			.applyingWithin((text, limit) -> {
				limit.check(2 * Utf8.size(text));
				return HexFormat.of().formatHex(Utf8.encode(text));
			});
	}

	private static Transform hexDecode() {
		return Transform.named("hex-decode")
			.synonyms("from-hex", "unhex", "hex2bin", "unhexlify")
			.describedAs("Decodes hexadecimal, in upper or lower case and without separators, to UTF-8 text.")
			.example("hex-decode", "706FC3A86D65", "poème")
			.applyingWithin(decoding("hexadecimal", HexFormat.of()::parseHex));
	}

	private static Transform urlEncode() {
		return Transform.named("url-encode")
			.synonyms("percent-encode", "uri-encode", "encode-uri-component", "escape", "quote", "urlencode",
					"rawurlencode")
			.describedAs("Percent-encodes (RFC 3986) the UTF-8 bytes of all characters except ASCII letters, digits "
					+ "and \"-._~\". A space becomes %20.")
			.example("url-encode", "my poème, 1/2", "my%20po%C3%A8me%2C%201%2F2")
			.applyingWithin((text, limit) -> {
				long kept = text.chars().filter(EncodingTransforms::isUnreserved).count();
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
			.applying((text) -> PercentEncoding.decode(text, TextRefusedException::new));
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
			.example("json-decode", "\"po\\u00e8me\"", "poème")
			.applying(JsonString::decode);
	}

	private static Transform quotedPrintableEncode() {
		return Transform.named("quoted-printable-encode")
			.synonyms("qp", "to-quoted-printable", "qp-encode")
			.describedAs(
					"Encodes the UTF-8 bytes in quoted-printable (RFC 2045), in lines of at most 76 characters. Line breaks, "
							+ "LF or CRLF, are kept. Soft line breaks are like the first line break of the text, or CRLF.")
			.example("quoted-printable-encode", "poème = \nmoon", "po=C3=A8me =3D=20\nmoon")
			.applyingWithin(QuotedPrintable::encode);
	}

	private static Transform quotedPrintableDecode() {
		return Transform.named("quoted-printable-decode")
			.synonyms("qp", "from-quoted-printable", "qp-decode")
			.describedAs("Decodes quoted-printable (RFC 2045) to UTF-8 text. Line breaks, LF or CRLF, are kept. "
					+ "Soft line breaks, and white space at the end of a line, are removed.")
			.example("quoted-printable-decode", "po=C3=A8me =\nat night", "poème at night")
			.applying(QuotedPrintable::decode);
	}

	private static boolean isUnreserved(int unit) {
		return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || (unit >= '0' && unit <= '9')
				|| UNRESERVED.indexOf(unit) >= 0;
	}

	private static TextFunction decoding(String encoding, Function<String, byte[]> decoder) {
		return (text, limit) -> {
			try {
				byte[] bytes = decoder.apply(text);
				return Utf8.decode(bytes, 0, bytes.length);
			}
			catch (IllegalArgumentException ex) {
				throw new TextRefusedException("the text is not " + encoding);
			}
			catch (MalformedTextException ex) {
				throw new TextRefusedException("the decoded bytes are not well-formed UTF-8");
			}
		};
	}

}
