package dev.couplet.transform.library;

import java.util.List;
import java.util.function.Function;

import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformFunction;
import dev.couplet.transform.TransformLibrary;

/**
 * Lists what a text contains, such as its URLs.
 */
class ExtractTransforms implements TransformLibrary {

	private static final int WEIGHT = 200;

	@Override
	public List<Transform> transforms() {
		return List.of(urls(), emails(), domains(), ipAddresses(), hashes());
	}

	private static Transform urls() {
		return Transform.named("extract-urls")
			.synonyms("find-urls", "get-urls", "urlextract", "extract-links")
			.describedAs("Lists the URLs of a text that have a scheme and ://, each on a line, in their order and with "
					+ "repeats. Punctuation at the end of a URL is not part of it.")
			.weighing(WEIGHT)
			.example("extract-urls", "see https://moon.example/late?a=1, or (http://tide.example).",
					"https://moon.example/late?a=1\nhttp://tide.example")
			.applyingWithin(listing((text) -> Urls.find(text)));
	}

	private static Transform emails() {
		return Transform.named("extract-emails")
			.synonyms("find-emails", "get-emails", "extract-email-addresses")
			.describedAs("Lists the email addresses of a text, each on a line, in their order and with repeats. Their "
					+ "domains end in a top-level domain of IANA's list.")
			.weighing(WEIGHT)
			.example("extract-emails", "from moon@night.example to <tide@low.example>",
					"moon@night.example\ntide@low.example")
			.applyingWithin(listing((text) -> Emails.find(text)));
	}

	private static Transform domains() {
		return Transform.named("extract-domains")
			.synonyms("find-domains", "get-domains", "extract-hosts", "extract-hostnames")
			.describedAs("Lists the domain names of a text, also those in URLs and email addresses, each on a line, in "
					+ "their order and with repeats. They end in a top-level domain of IANA's list, which file names "
					+ "can do too.")
			.weighing(WEIGHT)
			.example("extract-domains", "from moon@night.example, see https://tide.example/low",
					"night.example\ntide.example")
			.applyingWithin(listing((text) -> Domains.find(text)));
	}

	private static Transform ipAddresses() {
		return Transform.named("extract-ips")
			.synonyms("find-ips", "get-ips", "extract-ip-addresses", "grep-ip")
			.describedAs("Lists the IP addresses of a text, of version 4 and 6 (RFC 4291), each on a line, in their "
					+ "order and with repeats. 256.1.1.1 and 1.2.3.4.5 are none.")
			.weighing(WEIGHT)
			.example("extract-ips", "from 192.0.2.1:80 to [2001:db8::1]:443", "192.0.2.1\n2001:db8::1")
			.applyingWithin(listing((text) -> IpAddresses.find(text)));
	}

	private static Transform hashes() {
		return Transform.named("extract-hashes")
			.synonyms("find-hashes", "get-hashes", "extract-digests", "extract-iocs")
			.describedAs("Lists the hexadecimal numbers of a text that are as long as an MD5, SHA-1, SHA-224, SHA-256, "
					+ "SHA-384 or SHA-512 digest, each on a line, in their order and with repeats.")
			.weighing(WEIGHT)
			.example("extract-hashes", "d41d8cd98f00b204e9800998ecf8427e  empty.txt",
					"d41d8cd98f00b204e9800998ecf8427e")
			.applyingWithin(listing((text) -> HexDigests.find(text)));
	}

	// lambdas, so that the tables of the finders are not loaded with the catalogue
	private static TransformFunction<String, String> listing(Function<String, List<Span>> finder) {
		return ByteOrderMark.keptBy((text, limit) -> Span.list(finder.apply(text), text, limit));
	}

}
