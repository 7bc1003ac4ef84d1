package dev.couplet.transform.library;

import java.util.Base64;
import java.util.List;

import dev.couplet.transform.Kind;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
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
		return List.of(base64Encode(), base64Decode(), base64UrlEncode(), base64UrlDecode(), quotedPrintableEncode(),
				quotedPrintableDecode(), uuEncode(), uuDecode());
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
			.describedAs("Decodes base64 (RFC 4648) to bytes. White space and unused bits are ignored, and padding "
					+ "may be missing. The strict mode refuses all three.")
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
					+ "White space and unused bits are ignored, and padding is optional.")
			.example("base64url-decode", "YSBwb8OobWU", "a poème")
			.applying(Base64Alphabet.URL_SAFE::decode);
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

	private static Transform uuEncode() {
		return Transform.named("uu-encode", Kind.BYTES, Kind.TEXT)
			.synonyms("uuencode", "to-uu", "uu")
			.describedAs("Encodes bytes as uuencode does (POSIX), with the lines that begin and end a file, "
					+ "which is called data. A grave accent stands for 0.")
			.example("uu-encode", "my poème", """
					begin 644 data
					);7D@<&_#J&UE
					`
					end
					""")
			.applyingWithin(Uuencoding::encode);
	}

	private static Transform uuDecode() {
		return Transform.named("uu-decode", Kind.TEXT, Kind.BYTES)
			.synonyms("uudecode", "from-uu", "uu")
			.describedAs("Decodes what uuencode encodes (POSIX) to bytes. Text before the file and after its end is "
					+ "ignored, and lines without a begin and end are decoded too.")
			.example("uu-decode", "begin 644 moon\n);7D@<&_#J&UE\n`\nend\n", "my poème")
			.applyingWithin(Uuencoding::decode);
	}

}
