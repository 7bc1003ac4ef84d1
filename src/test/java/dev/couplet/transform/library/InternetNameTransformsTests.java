package dev.couplet.transform.library;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InternetNameTransforms}, with test vectors of the specifications.
 */
class InternetNameTransformsTests extends LibraryRunner {

	// email.header.Header(text, "utf-8", maxlinelen=75).encode() of Python, but for CRLF
	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			po\u00e8me      | =?utf-8?b?cG/DqG1l?=
			\u00e6 b        | =?utf-8?q?=C3=A6_b?=
			a\u00e9         | =?utf-8?b?YcOp?=
			=?x             | =?utf-8?b?PT94?=
			caf\u00e9 au lait in the night train, at the low tide \
			| =?utf-8?q?caf=C3=A9_au_lait_in_the_night_train=2C_at_the_low_tide?=
			""")
	void encodedWordsAreThoseOfPython(String text, String words) {
		assertThat(run("mime-word-encode", text)).isEqualTo(words);
	}

	@Test
	void encodedWordsHaveAtMostSeventyFiveCharacters() {
		// Python, as above
		assertThat(run("mime-word-encode", "na\u00efve ".repeat(30)))
			.isEqualTo("=?utf-8?b?bmHDr3ZlIG5hw692ZSBuYcOvdmUgbmHDr3ZlIG5hw692ZSBuYcOvdmUgbmE=?=\r\n "
					+ "=?utf-8?b?w692ZSBuYcOvdmUgbmHDr3ZlIG5hw692ZSBuYcOvdmUgbmHDr3ZlIG5hw692?=\r\n "
					+ "=?utf-8?b?ZSBuYcOvdmUgbmHDr3ZlIG5hw692ZSBuYcOvdmUgbmHDr3ZlIG5hw692ZSBu?=\r\n "
					+ "=?utf-8?b?YcOvdmUgbmHDr3ZlIG5hw692ZSBuYcOvdmUgbmHDr3ZlIG5hw692ZSBuYcOv?=\r\n "
					+ "=?utf-8?b?dmUgbmHDr3ZlIG5hw692ZSBuYcOvdmUgbmHDr3ZlIA==?=");
		for (String text : new String[] { "\u00e9".repeat(500), "a\u00e9".repeat(500), "aaaaaaa\u00e9".repeat(100),
				"\ud83c\udf39".repeat(300), "x".repeat(200) + "\u00e9", "\u8bd7".repeat(99) }) {
			String words = run("mime-word-encode", text);
			assertThat(words.split("\r\n ", -1))
				.allSatisfy((word) -> assertThat(word).matches("=[?]utf-8[?][bq][?].+[?]=").hasSizeLessThan(76))
				// no character is in two words
				.allSatisfy((word) -> assertThat(text).contains(run("mime-word-decode", word)));
			assertThat(run("mime-word-decode", words)).isEqualTo(text);
		}
	}

	@Test
	void printableAsciiNeedsNoEncodedWord() {
		assertThat(run("mime-word-encode", "Re: a poem? = ~")).isEqualTo("Re: a poem? = ~");
		assertThat(run("mime-word-encode", "a\r\nBcc: b")).isEqualTo("=?utf-8?b?YQ0KQmNjOiBi?=");
	}

	// email.header.decode_header and make_header of Python
	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			=?iso-8859-1?q?caf=E9?=                | caf\u00e9
			=?UTF-8?B?w6k=?= =?UTF-8?B?w6k=?=      | \u00e9\u00e9
			`=?utf-8?q?a?=\r\n =?utf-8?q?b?=`      | ab
			=?ISO-2022-JP?B?GyRCRnxLXDhsGyhC?=     | \u65e5\u672c\u8a9e
			=?koi8-r?B?8NLJ18XU?=                  | \u041f\u0440\u0438\u0432\u0435\u0442
			=?utf-8?q?=C3?= =?UTF-8?q?=A9?=        | \u00e9
			=?utf-8?b?w6?= =?utf-8?b?qQ==?=        | \u00e9
			a=?utf-8?q?b?=c                        | abc
			=?utf-8?q?a_b c?=                      | a b c
			=?utf-8?q?what??=                      | what?
			=?utf-8?q??=                           | ``
			(=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=) | (a b)
			""")
	void encodedWordsAreDecodedAsPythonDoes(String words, String text) {
		assertThat(run("mime-word-decode", words)).isEqualTo(text);
	}

	// RFC 2047, section 8, and RFC 2231, section 5
	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			=?US-ASCII?Q?Keith_Moore?= <moore@cs.utk.edu>        | Keith Moore <moore@cs.utk.edu>
			=?ISO-8859-1?Q?Keld_J=F8rn_Simonsen?= <keld@dkuug.dk> | Keld J\u00f8rn Simonsen <keld@dkuug.dk>
			=?ISO-8859-1?B?SWYgeW91IGNhbiByZWFkIHRoaXMgeW8=?=   | If you can read this yo
			(=?ISO-8859-1?Q?a?= b)                               | (a b)
			(=?ISO-8859-1?Q?a?=  =?ISO-8859-1?Q?b?=)             | (ab)
			(=?ISO-8859-1?Q?a_b?=)                               | (a b)
			=?US-ASCII*EN?Q?Keith_Moore?=                        | Keith Moore
			""")
	void encodedWordsOfTheSpecificationsAreDecoded(String words, String text) {
		assertThat(run("mime-word-decode", words)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a  b\r\n c", "=?", "=?=", "=?utf-8?q?a", "=?utf-8?x?a?=", "=?utf 8?q?a?=", "=??q?a?=",
			"=?utf-8?q?a\n?=", "=?utf-8?q?a?\n=", "?==?", "2 =?= 3", "=?utf-8??a?=" })
	void otherTextIsKept(String text) {
		assertThat(run("mime-word-decode", text)).isEqualTo(text);
		assertThat(run("mime-word-encode,mime-word-decode", text)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({ "\ud83c\udf39=?moon?q?a?=, at character 2 has an unknown charset",
			"=?utf-8?q?a=G1?=, at character 1 has contents that are not in the Q encoding",
			"=?utf-8?q?a=4?=, at character 1 has contents that are not in the Q encoding",
			"=?utf-8?q?\u00e9?=, at character 1 has contents that are not in the Q encoding",
			"a =?utf-8?b?!?=, at character 3 has contents that are not base64",
			"=?utf-8?q?a?= =?utf-8?q?=FF?=, 'at character 1 has, with those after it, bytes that are not text'",
			"=?utf-8?q?=C3?= x, 'at character 1 has, with those after it, bytes'" })
	void damagedWordsAreRefused(String words, String reason) {
		assertRefused("mime-word-decode", words, "the encoded word " + reason);
	}

	// RFC 3492, section 7.1; Russian without its mixed case
	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|',
			textBlock = """
					egbpdaj6bu4bxfgehfvwxn | \u0644\u064a\u0647\u0645\u0627\u0628\u062a\u0643\u0644\u0645\u0648\u0634\u0639\u0631\u0628\u064a\u061f
					ihqwcrb4cv8a8dqg056pqjye | \u4ed6\u4eec\u4e3a\u4ec0\u4e48\u4e0d\u8bf4\u4e2d\u6587
					ihqwctvzc91f659drss3x8bo0yb | \u4ed6\u5011\u7232\u4ec0\u9ebd\u4e0d\u8aaa\u4e2d\u6587
					Proprostnemluvesky-uyb24dma41a | Pro\u010dprost\u011bnemluv\u00ed\u010desky
					4dbcagdahymbxekheh6e0a7fei0b | \u05dc\u05de\u05d4\u05d4\u05dd\u05e4\u05e9\u05d5\u05d8\u05dc\u05d0\u05de\u05d3\u05d1\u05e8\u05d9\u05dd\u05e2\u05d1\u05e8\u05d9\u05ea
					i1baa7eci9glrd9b2ae1bj0hfcgg6iyaf8o0a1dig0cd | \u092f\u0939\u0932\u094b\u0917\u0939\u093f\u0928\u094d\u0926\u0940\u0915\u094d\u092f\u094b\u0902\u0928\u0939\u0940\u0902\u092c\u094b\u0932\u0938\u0915\u0924\u0947\u0939\u0948\u0902
					n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa | \u306a\u305c\u307f\u3093\u306a\u65e5\u672c\u8a9e\u3092\u8a71\u3057\u3066\u304f\u308c\u306a\u3044\u306e\u304b
					989aomsvi5e83db1d2a355cv1e0vak1dwrv93d5xbh15a0dt30a5jpsd879ccm6fea98c | \uc138\uacc4\uc758\ubaa8\ub4e0\uc0ac\ub78c\ub4e4\uc774\ud55c\uad6d\uc5b4\ub97c\uc774\ud574\ud55c\ub2e4\uba74\uc5bc\ub9c8\ub098\uc88b\uc744\uae4c
					b1abfaaepdrnnbgefbadotcwatmq2g4l | \u043f\u043e\u0447\u0435\u043c\u0443\u0436\u0435\u043e\u043d\u0438\u043d\u0435\u0433\u043e\u0432\u043e\u0440\u044f\u0442\u043f\u043e\u0440\u0443\u0441\u0441\u043a\u0438
					PorqunopuedensimplementehablarenEspaol-fmd56a | Porqu\u00e9nopuedensimplementehablarenEspa\u00f1ol
					TisaohkhngthchnitingVit-kjcr8268qyxafd2f1b9g | T\u1ea1isaoh\u1ecdkh\u00f4ngth\u1ec3ch\u1ec9n\u00f3iti\u1ebfngVi\u1ec7t
					3B-ww4c5e180e575a65lsy2b | 3\u5e74B\u7d44\u91d1\u516b\u5148\u751f
					-with-SUPER-MONKEYS-pc58ag80a8qai00g7n9n | \u5b89\u5ba4\u5948\u7f8e\u6075-with-SUPER-MONKEYS
					Hello-Another-Way--fc4qua05auwb3674vfr0b | Hello-Another-Way-\u305d\u308c\u305e\u308c\u306e\u5834\u6240
					2-u9tlzr9756bt3uc0v | \u3072\u3068\u3064\u5c4b\u6839\u306e\u4e0b2
					MajiKoi5-783gue6qz075azm5e | Maji\u3067Koi\u3059\u308b5\u79d2\u524d
					de-jg4avhby1noc0d | \u30d1\u30d5\u30a3\u30fcde\u30eb\u30f3\u30d0
					d9juau41awczczp | \u305d\u306e\u30b9\u30d4\u30fc\u30c9\u3067
					-> $1.00 <-- | -> $1.00 <-
					abc- | abc
					-- | -
					2h8h | \ud83c\udf39
					""")
	void punycodeMatchesItsSpecification(String encoded, String text) {
		assertThat(run("punycode-encode", text)).isEqualTo(encoded);
		assertThat(run("punycode-decode", encoded)).isEqualTo(text);
	}

	// the codec of Python 3.11
	@ParameterizedTest
	@CsvSource({ "a-ba, a\u0080", "a, \u0080", "dn32g, \udbff\udfff", "4ca0bs24em5h, \u00e4\u00f6\u00fc\u01b2\u044f" })
	void punycodeMatchesThatOfPython(String encoded, String text) {
		assertThat(run("punycode-encode", text)).isEqualTo(encoded);
		assertThat(run("punycode-decode", encoded)).isEqualTo(text);
	}

	@Test
	void punycodeDigitsCanBeUpperCase() {
		assertThat(run("punycode-decode", "D9JUAU41AWCZCZP")).isEqualTo("\u305d\u306e\u30b9\u30d4\u30fc\u30c9\u3067");
		assertThat(run("punycode-decode", "bcher-KVA")).isEqualTo("b\u00fccher");
		assertThat(run("punycode-decode", "b1abfaaepdrnnbgefbaDotcwatmq2g4l")).startsWith("\u043f\u043e\u0447");
	}

	@ParameterizedTest
	@CsvSource({ "bcher-k_a, no digit of Punycode at character 8; Punycode is ASCII",
			"\ud83c\udf39\u00e9, at character 1", "a\ud83c\udf39-kva, not ASCII at character 2",
			"\u0080-kva, not ASCII at character 1", "bcher-kv, a number that is cut off at character 7",
			"99999999, a number that is not a character at character 1", "-6oa, no digit of Punycode at character 1",
			"-, at character 1", "a-zzzz, a number that is cut off at character 6",
			"ib9b, a number that is not a character at character 1",
			"zy0c, a number that is not a character at character 1", "en32g, a number that is not a character" })
	void punycodeRefusesAnythingElse(String text, String reason) {
		assertRefused("punycode-decode", text, reason);
	}

	@Test
	void punycodeIsBounded() {
		String longest = "\u8bd7".repeat(249) + "a";
		assertThat(run("punycode-encode,punycode-decode", longest)).isEqualTo(longest);
		assertRefused("punycode-encode", longest + "a", "the text has over 250 characters; ");
		assertRefused("punycode-decode", "a".repeat(251) + "-", "the decoded text would have over 250 characters; ");
		assertRefused("punycode-decode", "a".repeat(100_000));
	}

	// IdnaTestV2.txt of UTS #46, version 15.1
	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|',
			textBlock = """
					fass.de           | fass.de          | fass.de
					Fa\u00df.de       | fa\u00df.de      | xn--fa-hia.de
					xn--fa-hia.de     | fa\u00df.de      | xn--fa-hia.de
					A\u0300.\u05d0\u0308 | \u00e0.\u05d0\u0308 | xn--0ca.xn--ssa73l
					xn--0ca.xn--ssa73l | \u00e0.\u05d0\u0308 | xn--0ca.xn--ssa73l
					A\u094d\u200cB    | a\u094d\u200cb   | xn--ab-fsf604u
					xn--ab-fsf014u    | a\u094d\u200db   | xn--ab-fsf014u
					\u00a1            | \u00a1           | xn--7a
					www.eXample.cOm   | www.example.com  | www.example.com
					BU\u0308CHER.DE   | b\u00fccher.de   | xn--bcher-kva.de
					xn--bcher-kva.de  | b\u00fccher.de   | xn--bcher-kva.de
					\u03b2\u03bf\u0301\u03bb\u03bf\u03c2.com | \u03b2\u03cc\u03bb\u03bf\u03c2.com | xn--nxasmm1c.com
					\u0392\u039f\u0301\u039b\u039f\u03a3.COM | \u03b2\u03cc\u03bb\u03bf\u03c3.com | xn--nxasmq6b.com
					WWW.\u0dc1\u0dca\u200d\u0dbb\u0dd3.COM | www.\u0dc1\u0dca\u200d\u0dbb\u0dd3.com | www.xn--10cl1a0b660p.com
					\u0646\u0627\u0645\u0647\u200c\u0627\u06cc | \u0646\u0627\u0645\u0647\u200c\u0627\u06cc | xn--mgba3gch31f060k
					\u65e5\u672c\u8a9e\u3002jp | \u65e5\u672c\u8a9e.jp | xn--wgv71a119e.jp
					a.                | a.               | a.
					""")
	void domainNamesMatchTheirSpecification(String name, String decoded, String encoded) {
		assertThat(run("idna-decode", name)).isEqualTo(decoded);
		assertThat(run("idna-encode", name)).isEqualTo(encoded);
		assertThat(run("idna-encode,idna-decode", name)).isEqualTo(decoded);
	}

	// IdnaTestV2.txt, too, and names that only look valid
	@ParameterizedTest
	@CsvSource({ "\u00e0\u05d0, label 1 of the domain name mixes directions of writing",
			"0\u00e0.\u05d0, of the domain name mixes directions of writing",
			"a\u200cb, label 1 of the domain name has a joiner where",
			"b.xn--ab-m1t, label 2 of the domain name has a joiner",
			"\u0308.a, label 1 of the domain name begins with a combining mark",
			".a, label 1 of the domain name is empty", "a\u3002.b, label 2 of the domain name is empty",
			"-a.de, label 1 of the domain name begins with a hyphen",
			"a.b-, label 2 of the domain name ends with a hyphen", "ab--c.de, has hyphens as its third and fourth",
			"a.b_c, label 2 of the domain name has a character that host names do not allow",
			"a b, has a character that host names do not allow", "'a.de\n', label 2 of the domain name has a character",
			"a.xn--, label 2 of the domain name", "xn--a_, label 1 of the domain name is not Punycode after its xn--",
			"xn--ASCII-, label 1 of the domain name is not what UTS #46 encodes after its xn--", "'', is empty" })
	void domainNamesThatAreNotValidAreRefused(String name, String reason) {
		assertRefused("idna-encode", name, reason);
		assertRefused("idna-decode", name, reason);
	}

	@ParameterizedTest
	@CsvSource({ "idna-encode, \uFEFF\u00fc, \uFEFFxn--tda", "idna-decode, \uFEFFxn--tda, \uFEFF\u00fc",
			"punycode-decode, \uFEFFtda, \uFEFF\u00fc" })
	void aByteOrderMarkIsNoPartOfAName(String recipe, String text, String result) {
		assertThat(run(recipe, text)).isEqualTo(result);
	}

	@ParameterizedTest
	@ValueSource(strings = { "xn--mnchen-3ya", "XN--TDA", "\uFEFFxn--tda" })
	void punycodeRefusesThePrefixOfADomainName(String name) {
		assertRefused("punycode-decode", name,
				"xn-- at character 1 is no Punycode, but marks a domain name; use idna-decode");
		assertThat(run("idna-decode", name)).isNotEmpty();
	}

	@Test
	void domainNamesHaveTheLengthsOfTheDns() {
		String label = "a".repeat(63);
		assertThat(run("idna-encode", label)).isEqualTo(label);
		assertRefused("idna-encode", "b." + label + "a", "label 2 of the domain name has over 63 characters in ASCII");
		// IdnaTestV2.txt
		assertRefused("idna-encode", "1234567890\u00e41234567890123456789012345678901234567890123456",
				"label 1 of the domain name has over 63 characters in ASCII");
		String names = "\u00e9\u00e8.".repeat(60);
		assertRefused("idna-encode", names + "a", "the domain name has over 253 characters in ASCII");
		assertRefused("idna-encode", "a.".repeat(127), "a domain name has at most 253 characters; ");
		assertRefused("idna-decode", "a".repeat(100_000), "a domain name has at most 253 characters; ");
	}

}
