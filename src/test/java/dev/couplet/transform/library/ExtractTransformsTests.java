package dev.couplet.transform.library;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExtractTransforms}. A vertical line stands for a line feed.
 */
class ExtractTransformsTests extends LibraryRunner {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = ';', textBlock = """
			see https://a.example/b?c=d#e.                 ; https://a.example/b?c=d#e
			(http://a.example/b_(c)) [x](http://b.example) ; http://a.example/b_(c)|http://b.example
			"ftp://a.example", <ws://b.example>            ; ftp://a.example|ws://b.example
			http://a.example http://a.example!             ; http://a.example|http://a.example
			http://[::1]:80/a[0]                           ; http://[::1]:80/a[0]
			https://ja.example/\u65e5\u672c\u3002x         ; https://ja.example/\u65e5\u672c
			www.a.example a://... :// x:///                ; x:///
			1https://a.example +://b                       ; https://a.example
			http://a://b                                   ; http://a://b
			http://a.example/b[c]]]                        ; http://a.example/b[c]
			git+ssh://a.example ms-app://b                 ; git+ssh://a.example|ms-app://b
			abcdefghijklmnopqrst://a                       ; abcdefghijklmnopqrst://a
			""")
	void urlsAreFound(String text, String urls) {
		assertThat(run("extract-urls", text).replace('\n', '|')).isEqualTo(urls);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<", ">", "\"", "`", "{", "}", "|", "\\", "^", " ", "\n", "\u007f" })
	void charactersThatUrlsDoNotHaveEndThem(String end) {
		assertThat(run("extract-urls", "http://a.example/b" + end + "c")).isEqualTo("http://a.example/b");
	}

	@ParameterizedTest
	@ValueSource(strings = { ".", ",", ";", ":", "!", "?", "'", "*", "_", "~", ")", "]" })
	void punctuationIsInAUrlButNotAtItsEnd(String mark) {
		String url = "http://a.example/b" + mark + "c";
		assertThat(run("extract-urls", url + mark)).isEqualTo(url);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = ';', textBlock = """
			a@b.com, c.d+e@f.co.uk.             ; a@b.com|c.d+e@f.co.uk
			<mailto:o'brien@b.com?x=c@d.com>    ; o'brien@b.com|c@d.com
			'a@b.com' -a@b.com                  ; a@b.com|a@b.com
			a@b a@b.nosuchtld @b.com a.@b.com   ; ``
			a..b@c.com                          ; b@c.com
			m\u00fcller@b\u00fccher.de          ; m\u00fcller@b\u00fccher.de
			a@b.com@c.com                       ; a@b.com
			""")
	void emailAddressesAreFound(String text, String emails) {
		assertThat(run("extract-emails", text).replace('\n', '|')).isEqualTo(emails);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = ';', textBlock = """
			A.Example.COM, b.org. x@c.net/d.io ; A.Example.COM|b.org|c.net|d.io
			a..b.com .c.com d.com-             ; b.com|c.com
			1.2.3.4 a.b a.nosuchtld            ; ``
			xn--e1afmkfd.xn--p1ai              ; xn--e1afmkfd.xn--p1ai
			\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444 ; \u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444
			\u8bf7\u770bexample.com\u67e5\u770b ; example.com
			_dmarc.a.com -a.com a_b.com a-.com ; _dmarc.a.com|a_b.com
			m\u00fcller.com                    ; m\u00fcller.com
			""")
	void domainsAreFound(String text, String domains) {
		assertThat(run("extract-domains", text).replace('\n', '|')).isEqualTo(domains);
	}

	// RFC 1035, section 2.3.4
	@Test
	void domainsHaveTheLengthsOfTheDns() {
		String label = "a".repeat(63);
		assertThat(run("extract-domains", label + ".com a" + label + ".com")).isEqualTo(label + ".com");
		String longest = (label + ".").repeat(3) + "a".repeat(57) + ".com";
		assertThat(longest).hasSize(253);
		assertThat(run("extract-domains", longest)).isEqualTo(longest);
		assertThat(run("extract-domains", "a.".repeat(126) + "de a.de")).isEqualTo("a.de");
	}

	// those that are found are valid for ipaddress of Python 3.11, and the others are not
	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = ';', textBlock = """
			192.0.2.1, 255.255.255.255/32 (0.0.0.0) ; 192.0.2.1|255.255.255.255|0.0.0.0
			256.1.1.1 1.2.3.4.5 01.2.3.4 1.2.3 1.2.3. ; ``
			v1.2.3.4 1.2.3.4a 1.2.3.4_ .1.2.3.4     ; ``
			1.2.3.4:80, end 1.2.3.4.                ; 1.2.3.4|1.2.3.4
			2001:db8::1 ::1 fe80::1%eth0 1::        ; 2001:db8::1|::1|fe80::1|1::
			[2001:db8::1]:443 ::ffff:192.0.2.1      ; 2001:db8::1|::ffff:192.0.2.1
			1:2:3:4:5:6:7:8 1:2:3:4:5:6:7::         ; 1:2:3:4:5:6:7:8|1:2:3:4:5:6:7::
			1:2:3:4:5:6:7:8:9 1::2::3 12:34:56 00:11:22:33:44:55 ; ``
			std::string :: ::: 12345::1 a:b x1::2 1::2x :a: (::.) ; ``
			1:2:3:4::5:6:7:8 1.2.3.4::1             ; 1.2.3.4
			abcd:abcd:abcd:abcd:abcd:abcd:192.168.158.190 ; abcd:abcd:abcd:abcd:abcd:abcd:192.168.158.190
			from 2001:db8::1: hello                 ; 2001:db8::1
			1:2:3:4:5:6:1.2.3.4 1:2:3:4:5:6:7:1.2.3.4 ; 1:2:3:4:5:6:1.2.3.4|1.2.3.4
			""")
	void ipAddressesAreFound(String text, String addresses) {
		assertThat(run("extract-ips", text).replace('\n', '|')).isEqualTo(addresses);
	}

	@ParameterizedTest
	@CsvSource({ "32, true", "40, true", "56, true", "64, true", "96, true", "128, true", "31, false", "33, false",
			"48, false", "0, false" })
	void digestsAreToldByTheirLength(int length, boolean found) {
		String digest = "a1B2".repeat(40).substring(0, length);
		assertThat(run("extract-hashes", "x " + digest + ": y")).isEqualTo(found ? digest : "");
		assertThat(run("extract-hashes", "x" + digest)).isEmpty();
		assertThat(run("extract-hashes", digest + "_")).isEmpty();
	}

}
