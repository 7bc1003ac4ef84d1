package dev.couplet.transform.library;

import java.util.List;
import java.util.Locale;
import java.util.Random;

import dev.couplet.transform.BadArgumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CaseTransforms}.
 */
class CaseTransformsTests extends LibraryRunner {

	@ParameterizedTest
	@CsvSource({ "cummingsify, \u00c9T\u00c9, \u00e9t\u00e9",
			"lower-case, \u039f\u0394\u039f\u03a3 \u03a3, \u03bf\u03b4\u03bf\u03c2 \u03c3",
			"lower-case, \u0130I, i\u0307i", "lower-case, \ud801\udc00, \ud801\udc28",
			"upper-case, stra\u00dfe \ufb01, STRASSE FI", "upper-case, i\u0131, II",
			"title-case, '\u01c6 stra\u00dfe \ufb01ne', '\u01c5 Stra\u00dfe Fine'",
			"title-case, 'don''t rock-n-roll 2nd', 'Don''t Rock-N-Roll 2nd'",
			"title-case, 'e\u0301te\u0301 L\u2019AMI', 'E\u0301te\u0301 L\u2019ami'",
			"title-case, \u0130stanbul, \u0130stanbul", "title-case, \u1e9e\u1e9e, \u1e9e\u00df",
			"title-case, \u0391\u03a3, \u0391\u03c2",
			"title-case, 'O''BRIEN''S o''clock V1.2.3', 'O''Brien''s O''clock V1.2.3'",
			"title-case, a\u2167 \u2177, A\u2177 \u2167", "swap-case, \u0130, \u0130", "swap-case, \u1fb3, \u1fb3",
			"swap-case, 'aB\u00e9\u01c5\u00df1', 'Ab\u00c9\u01c6\u00df1'",
			"swap-case, \ud801\udc00\ud801\udc28, \ud801\udc28\ud801\udc00" })
	void caseMappingIsThatOfUnicode(String recipe, String text, String result) {
		assertThat(run(recipe, text)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource({ "'here is my poem', hereIsMyPoem, here_is_my_poem, here-is-my-poem",
			"hereIsMyPoem, hereIsMyPoem, here_is_my_poem, here-is-my-poem",
			"'--Here--Is__My.Poem!', hereIsMyPoem, here_is_my_poem, here-is-my-poem",
			"HTTPServer2Go, httpServer2Go, http_server2_go, http-server2-go",
			"XMLHttpRequest, xmlHttpRequest, xml_http_request, xml-http-request",
			"getHTTPResponseCode, getHttpResponseCode, get_http_response_code, get-http-response-code",
			"Hello1World, hello1World, hello1_world, hello1-world", "SHA256SUM, sha256sum, sha256sum, sha256sum",
			"v1.2.3, v1_2_3, v1_2_3, v1-2-3", "x y z, xY_Z, x_y_z, x-y-z",
			"'a \u2167 b', a_\u2167_B, a_\u2177_b, a-\u2177-b",
			"O'BRIEN'S don\u2019t, obriensDont, obriens_dont, obriens-dont", "so\u00adft, soft, soft, soft",
			"'\u00e9t\u00e9\u00c9t\u00e9 \u0421\u0442\u0438\u0445', \u00e9t\u00e9\u00c9t\u00e9\u0421\u0442\u0438\u0445, \u00e9t\u00e9_\u00e9t\u00e9_\u0441\u0442\u0438\u0445, \u00e9t\u00e9-\u00e9t\u00e9-\u0441\u0442\u0438\u0445",
			"'e\u0301A', e\u0301A, e\u0301_a, e\u0301-a", "'line\none\r\n', lineOne, line_one, line-one",
			"' - ', '', '', ''",
			"'\u8a69 \ud801\udc28\ud801\udc00', \u8a69_\ud801\udc00_\ud801\udc00, \u8a69_\ud801\udc28_\ud801\udc28, \u8a69-\ud801\udc28-\ud801\udc28" })
	void namesAreJoinedWordsInAnyScript(String text, String camel, String snake, String kebab) {
		assertThat(run("camel-case", text)).isEqualTo(camel);
		assertThat(run("snake-case", text)).isEqualTo(snake);
		assertThat(run("kebab-case", text)).isEqualTo(kebab);
	}

	@ParameterizedTest
	@ValueSource(strings = { "here is my poem", "XMLHttpRequest", "x y z", "v 1 2 3", "\u8a69 \u6b4c Ab C D Ef",
			"\u01c6a \u00dfb \u0131c \u03c3\u03c2 \u03c2", "2 d 3 D e", "a\ud835\udc00B c", "HTTP 2 Go", "a_\u0301b",
			"\u10d0 \u10d1", "\u2167 a \u2177" })
	void namesCanBeConvertedFromAnyFormToAnyOther(String text) {
		String snake = run("snake-case", text);
		for (String name : List.of("camel-case", "pascal-case", "snake-case", "kebab-case", "dot-case", "path-case")) {
			assertThat(run(name + ",snake-case", text)).as(name).isEqualTo(snake);
			for (String other : List.of("camel-case", "pascal-case", "constant-case", "kebab-case", "dot-case")) {
				assertThat(run(name + "," + other, text)).as(name + "," + other).isEqualTo(run(other, text));
			}
		}
	}

	@Test
	void namesAreStableForRandomTexts() {
		Random random = new Random(5);
		int[] letters = "aBcDe\u00dfI\u0130\u0131\u01c5\u03a3\u03c3\u03c2\u8a69\u2167\u217712 _-.'\u0301\u200d\u10d0\u1c90\u0138\u0149\u0345\u24b6\ud835\udc00"
			.codePoints()
			.toArray();
		for (int i = 0; i < 2000; i++) {
			StringBuilder text = new StringBuilder();
			random.ints(8, 0, letters.length).forEach((index) -> text.appendCodePoint(letters[index]));
			for (String name : List.of("camel", "pascal", "snake", "constant", "kebab", "dot", "path")) {
				String once = run(name + "-case", text.toString());
				assertThat(run(name + "-case", once)).as(name + " of " + text).isEqualTo(once);
				if (!name.equals("constant")) {
					assertThat(run(name + "-case,snake-case", text.toString())).as(name + " of " + text)
						.isEqualTo(run("snake-case", text.toString()));
				}
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "pascal-case, getHTTPResponse 2, GetHttpResponse_2",
			"constant-case, getHTTPResponse, GET_HTTP_RESPONSE", "dot-case, getHTTPResponse, get.http.response",
			"path-case, getHTTPResponse, get/http/response", "camel-case, \uFEFFa b, \uFEFFaB",
			"snake-case, XMLH\u0301ttp, xml_h\u0301ttp", "snake-case, \u2177A, \u2177a",
			"pascal-case, '\u01c6 a', \u01c5_A", "alternating-case, 'Ab, \u00dfcd', 'aB, \u00dfCd'",
			"alternating-case, \u0130a, \u0130A",
			"sentence-case, 'THE MOON. \"IS LATE.\" he SAID! 1st', 'The moon. \"Is late.\" He said! 1st'",
			"sentence-case, 'A\n\nB\nC v1.2', 'A\n\nB\nc v1.2'", "sentence-case, 'A.) B', 'A.) B'",
			"sentence-case, 'A.''\u201d B', 'A.''\u201d B'", "sentence-case, 'A., B', 'A., b'",
			"sentence-case, 'A  B', 'A  b'", "sentence-case, 'A.\udb80\udc20B', 'A.\udb80\udc20b'",
			"sentence-case, 'A\n\u2026\nB', 'A\n\u2026\nb'", "sentence-case, '\u0301A. \u0301B', '\u0301A. \u0301B'",
			"sentence-case, '\u0130A. \u039f\u03a3', '\u0130a. \u039f\u03c2'",
			"lower-case=tr, TITLE I, t\u0131tle \u0131", "upper-case=tr, title i, T\u0130TLE \u0130",
			"upper-case=az, i, \u0130", "upper-case=el, \u03ac\u03bb\u03c6\u03b1, \u0391\u039b\u03a6\u0391",
			"lower-case=lt, I\u0300, i\u0307\u0300", "lower-case=de-AT, \u00c4I, \u00e4i", "upper-case=root, i, I" })
	void formsAndLanguages(String recipe, String text, String result) {
		assertThat(run(recipe, text)).isEqualTo(result);
	}

	@ParameterizedTest
	@ValueSource(strings = { "xx", "zzz", "tr_TR", "t", "x-private", "%C3%A9" })
	void unknownLanguagesAreRefused(String tag) {
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> run("lower-case=" + tag, "a"))
			.withMessageContaining("language");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', value = {
			"ap, the lord of the rings: a tale and what to look up, The Lord of the Rings: A Tale and What to Look Up",
			"chicago, `run-of-the-mill from here\nnot with me over`, `Run-of-the-Mill from Here\nNot with Me Over`",
			"ap, not with me. if so, Not With Me. If So", "plain, of the a, Of The A", "ap, of the a, Of the A",
			"ap, `look up\nthe of the of\nin`, `Look Up\nThe of the Of\nIn`",
			"ap, `a!a...a b \"a?\" the x`, `A!a...a B \"a?\" The X`",
			"ap, a: the b! the c? the d\u2026 the e, A: The B! The C? The D\u2026 The E" })
	void titlesHaveSmallWords(String style, String text, String result) {
		assertThat(run("title-case=" + style, text)).isEqualTo(result);
	}

	@Test
	void defaultLocaleIsIgnored() {
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("tr"));
			assertThat(run("cummingsify", "TITLE")).isEqualTo("title");
			assertThat(run("upper-case", "title")).isEqualTo("TITLE");
			assertThat(run("title-case", "it is")).isEqualTo("It Is");
			assertThat(run("slugify", "TITLE")).isEqualTo("title");
		}
		finally {
			Locale.setDefault(before);
		}
	}

}
