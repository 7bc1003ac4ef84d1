package dev.couplet.transform.library;

import java.util.List;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformFunction;
import dev.couplet.transform.TransformLibrary;

/**
 * Names and headers of the Internet that can only be ASCII: encoded words of mail, and
 * international domain names.
 */
class InternetNameTransforms implements TransformLibrary {

	@Override
	public List<Transform> transforms() {
		return List.of(mimeWordEncode(), mimeWordDecode(), punycodeEncode(), punycodeDecode(), idnaEncode(),
				idnaDecode());
	}

	private static Transform mimeWordEncode() {
		return Transform.named("mime-word-encode")
			.synonyms("rfc2047-encode", "encoded-word", "mime-header-encode", "encode-mime-header", "iconv-mime-encode")
			.describedAs("Encodes a text for a mail header as encoded words of UTF-8 (RFC 2047), in base64 or "
					+ "quoted, whichever is shorter. Each has at most 75 characters, with CRLF and a space between "
					+ "them; printable ASCII without =? is left unchanged.")
			.weighing(200)
			.callCost(1000)
			.example("mime-word-encode", "a naïve poème", "=?utf-8?b?YSBuYcOvdmUgcG/DqG1l?=")
			.applyingWithin(MimeWords::encode);
	}

	private static Transform mimeWordDecode() {
		return Transform.named("mime-word-decode")
			.synonyms("rfc2047-decode", "decode-header", "mime-header-decode", "decode-mime-header",
					"iconv-mime-decode")
			.describedAs("Decodes the encoded words of a mail header (RFC 2047), and removes the white space between "
					+ "two of them. Unknown charsets and damaged words are refused; other text is left unchanged.")
			.weighing(300)
			.example("mime-word-decode", "=?utf-8?q?a_na=C3=AFve?= =?iso-8859-1?b?IHBv6G1l?=", "a naïve poème")
			.applyingWithin(new MimeWordDecoding());
	}

	private static Transform punycodeEncode() {
		return Transform.named("punycode-encode")
			.synonyms("to-punycode", "punycode")
			.describedAs("Encodes at most 250 characters in Punycode (RFC 3492), without the xn-- of domain names, for "
					+ "which idna-encode is.")
			.weighing(500, 100)
			.example("punycode-encode", "poème", "pome-6oa")
			.applying(Punycode::encode);
	}

	private static Transform punycodeDecode() {
		return Transform.named("punycode-decode")
			.synonyms("from-punycode", "punycode")
			.describedAs("Decodes Punycode (RFC 3492), without the xn-- of domain names, for which idna-decode is, to "
					+ "at most 250 characters.")
			.example("punycode-decode", "pome-6oa", "poème")
			.applyingWithin(ByteOrderMark.keptBy(Punycode::decode));
	}

	private static Transform idnaEncode() {
		return Transform.named("idna-encode")
			.synonyms("to-ascii-domain", "domain-to-ascii", "idn-to-ascii", "idn-encode", "idna", "domain-to-punycode")
			.describedAs("Encodes an international domain name in ASCII (UTS #46, nontransitional, with all checks). "
					+ "A name that is not valid is refused.")
			.weighing(3000)
			.callCost(5000)
			.example("idna-encode", "Poème.example", "xn--pome-6oa.example")
			.applyingWithin(ByteOrderMark.keptBy(DomainNames::encode));
	}

	private static Transform idnaDecode() {
		return Transform.named("idna-decode")
			.synonyms("to-unicode-domain", "domain-to-unicode", "idn-to-unicode", "idn-to-utf8", "idn-decode", "idna",
					"punycode-to-domain")
			.describedAs("Decodes an international domain name from ASCII (UTS #46, nontransitional, with all checks). "
					+ "A name that is not valid is refused.")
			.weighing(3000)
			.callCost(5000)
			.example("idna-decode", "xn--pome-6oa.example", "poème.example")
			.applyingWithin(ByteOrderMark.keptBy(DomainNames::decode));
	}

	/**
	 * Decodes encoded words, never on an event loop: any word can name a charset whose
	 * tables take a tenth of a second to load.
	 */
	private static final class MimeWordDecoding implements TransformFunction<String, String> {

		@Override
		public String apply(String text, SizeLimit limit) {
			return MimeWordReader.decode(text, limit);
		}

		@Override
		public boolean isWarm() {
			return false;
		}

	}

}
