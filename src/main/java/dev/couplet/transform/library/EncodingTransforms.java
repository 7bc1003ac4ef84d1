package dev.couplet.transform.library;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import dev.couplet.transform.Kind;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformFunction;
import dev.couplet.transform.TransformLibrary;

/**
 * Encodings of bytes as text, and back. A decoder refuses what its encoding does not
 * allow, with the position.
 */
class EncodingTransforms implements TransformLibrary {

	private static final int MAX_LINE_LENGTH = 1000;

	private static final String STRICT = "strict";

	@Override
	public List<Transform> transforms() {
		return List.of(base64Encode(), base64Decode(), base64UrlEncode(), base64UrlDecode(), hexEncode(), hexDecode(),
				hexdump(), quotedPrintableEncode(), quotedPrintableDecode());
	}

	private static Transform base64Encode() {
		Parameter<Integer> line = Parameter.integer("line", 0, MAX_LINE_LENGTH, 0);
		return Transform.named("base64-encode", Kind.BYTES, Kind.TEXT)
			.synonyms("b64", "to-base64", "btoa", "b64encode", "encode-base64")
			.describedAs("Encodes bytes in base64 (RFC 4648), with padding, in lines of the given length "
					+ "that are separated by LF, or on one line if it is 0.")
			.with(line)
			.example("base64-encode", "my poème", "bXkgcG/DqG1l")
			.binding((arguments) -> {
				int length = arguments.get(line);
				return (bytes, limit) -> base64(bytes, length, limit);
			});
	}

	private static String base64(byte[] bytes, int line, SizeLimit limit) {
		long size = (bytes.length + 2L) / 3 * 4;
		long breaks = (line > 0 && size > 0) ? (size - 1) / line : 0;
		limit.check(size + breaks);
		String encoded = Base64.getEncoder().encodeToString(bytes);
		if (breaks == 0) {
			return encoded;
		}
		StringBuilder lines = new StringBuilder((int) (size + breaks));
		for (int start = 0; start < encoded.length(); start += line) {
			lines.append((start > 0) ? "\n" : "").append(encoded, start, Math.min(encoded.length(), start + line));
		}
		return lines.toString();
	}

	private static Transform base64Decode() {
		Parameter<String> mode = Parameter.choice("mode", "lenient", STRICT);
		return Transform.named("base64-decode", Kind.TEXT, Kind.BYTES)
			.synonyms("b64", "from-base64", "atob", "b64decode", "decode-base64")
			.describedAs("Decodes base64 (RFC 4648) to bytes. White space is ignored, and padding may be missing. "
					+ "The strict mode refuses both, and unused bits that are not 0.")
			.with(mode)
			.example("base64-decode", "bXkgcG/DqG1l", "my poème")
			.binding((arguments) -> {
				Base64Alphabet alphabet = arguments.get(mode).equals(STRICT) ? Base64Alphabet.STRICT
						: Base64Alphabet.STANDARD;
				return (text, limit) -> alphabet.decode(text);
			});
	}

	private static Transform base64UrlEncode() {
		return Transform.named("base64url-encode", Kind.BYTES, Kind.TEXT)
			.synonyms("b64url", "urlsafe-b64encode", "to-base64url")
			.describedAs("Encodes bytes in URL-safe base64 (RFC 4648, section 5), without padding.")
			.example("base64url-encode", "a poème", "YSBwb8OobWU")
			.applyingWithin((bytes, limit) -> {
				limit.check((bytes.length * 4L + 2) / 3);
				return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
			});
	}

	private static Transform base64UrlDecode() {
		return Transform.named("base64url-decode", Kind.TEXT, Kind.BYTES)
			.synonyms("b64url", "urlsafe-b64decode", "from-base64url")
			.describedAs("Decodes URL-safe base64 (RFC 4648, section 5) to bytes. "
					+ "White space is ignored, and padding is optional.")
			.example("base64url-decode", "YSBwb8OobWU", "a poème")
			.applying(Base64Alphabet.URL_SAFE::decode);
	}

	private static Transform hexEncode() {
		Parameter<String> separator = Parameter.choice("separator", "none", "space", "colon", "hyphen", "comma",
				"line");
		Parameter<String> letters = Parameter.choice("case", "lower", "upper");
		return Transform.named("hex-encode", Kind.BYTES, Kind.TEXT)
			.synonyms("to-hex", "hex", "bin2hex", "hexlify")
			.describedAs("Encodes bytes in hexadecimal, as two digits each, with a separator between them: "
					+ "none, a space, colon, hyphen, comma or line break (LF).")
			.with(separator, letters)
			.example("hex-encode=space:upper", "poème", "70 6F C3 A8 6D 65")
			.binding((arguments) -> {
				HexFormat plain = HexFormat.ofDelimiter(delimiter(arguments.get(separator)));
				return encodingHex(arguments.get(letters).equals("upper") ? plain.withUpperCase() : plain);
			});
	}

	private static TransformFunction<byte[], String> encodingHex(HexFormat format) {
		return (bytes, limit) -> {
			limit.check(2L * bytes.length + Math.max(0, bytes.length - 1L) * format.delimiter().length());
			return format.formatHex(bytes);
		};
	}

	private static String delimiter(String separator) {
		return switch (separator) {
			case "space" -> " ";
			case "colon" -> ":";
			case "hyphen" -> "-";
			case "comma" -> ",";
			case "line" -> "\n";
			default -> "";
		};
	}

	private static Transform hexDecode() {
		return Transform.named("hex-decode", Kind.TEXT, Kind.BYTES)
			.synonyms("from-hex", "unhex", "hex2bin", "unhexlify")
			.describedAs(
					"Decodes hexadecimal, in upper or lower case, to bytes. White space, colons, hyphens and commas "
							+ "between bytes are ignored, as are 0x and \\x before a byte.")
			.example("hex-decode", "70:6F:C3:A8:6D:65", "poème")
			.applying(Hexadecimal::decode);
	}

	private static Transform hexdump() {
		return Transform.named("hexdump", Kind.BYTES, Kind.TEXT)
			.synonyms("xxd", "hd", "od", "hex-dump")
			.describedAs("Shows bytes as hexdump -C does: 16 to a line, with their offset, in hexadecimal "
					+ "and as ASCII. The last line is the number of bytes. Repeated lines are shown.")
			.example("hexdump", "A POEM", """
					00000000  41 20 50 4f 45 4d                                 |A POEM|
					00000006
					""")
			.applyingWithin(Hexadecimal::dump);
	}

	private static Transform quotedPrintableEncode() {
		return Transform.named("quoted-printable-encode", Kind.BYTES, Kind.TEXT)
			.synonyms("qp", "to-quoted-printable", "qp-encode")
			.describedAs("Encodes bytes in quoted-printable (RFC 2045), in lines of at most 76 characters. "
					+ "Line breaks, LF or CRLF, are kept. Soft line breaks are like the first line break, or CRLF.")
			.example("quoted-printable-encode", "poème = \nmoon", "po=C3=A8me =3D=20\nmoon")
			.applyingWithin(QuotedPrintable::encode);
	}

	private static Transform quotedPrintableDecode() {
		return Transform.named("quoted-printable-decode", Kind.TEXT, Kind.BYTES)
			.synonyms("qp", "from-quoted-printable", "qp-decode")
			.describedAs("Decodes quoted-printable (RFC 2045) to bytes. Line breaks, LF or CRLF, are kept. "
					+ "Soft line breaks, and white space at the end of a line, are removed.")
			.example("quoted-printable-decode", "po=C3=A8me =\nat night", "poème at night")
			.applying(QuotedPrintable::decode);
	}

}
