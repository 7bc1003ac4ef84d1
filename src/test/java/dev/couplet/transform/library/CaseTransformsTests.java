package dev.couplet.transform.library;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

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
			"swap-case, 'aB\u00e9\u01c5\u00df1', 'Ab\u00c9\u01c6\u00df1'",
			"swap-case, \ud801\udc00\ud801\udc28, \ud801\udc28\ud801\udc00" })
	void caseMappingIsThatOfUnicode(String recipe, String text, String result) {
		assertThat(run(recipe, text)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource({ "'here is my poem', hereIsMyPoem, here_is_my_poem, here-is-my-poem",
			"hereIsMyPoem, hereIsMyPoem, here_is_my_poem, here-is-my-poem",
			"'--Here--Is__My.Poem!', hereIsMyPoem, here_is_my_poem, here-is-my-poem",
			"HTTPServer2Go, httpserver2go, httpserver2go, httpserver2go",
			"'\u00e9t\u00e9\u00c9t\u00e9 \u0421\u0442\u0438\u0445', \u00e9t\u00e9\u00c9t\u00e9\u0421\u0442\u0438\u0445, \u00e9t\u00e9_\u00e9t\u00e9_\u0441\u0442\u0438\u0445, \u00e9t\u00e9-\u00e9t\u00e9-\u0441\u0442\u0438\u0445",
			"'e\u0301A', e\u0301A, e\u0301_a, e\u0301-a", "'line\none\r\n', lineOne, line_one, line-one",
			"' - ', '', '', ''",
			"'\u8a69 \ud801\udc28\ud801\udc00', \u8a69\ud801\udc00\ud801\udc00, \u8a69_\ud801\udc28_\ud801\udc28, \u8a69-\ud801\udc28-\ud801\udc28" })
	void namesAreJoinedWordsInAnyScript(String text, String camel, String snake, String kebab) {
		assertThat(run("camel-case", text)).isEqualTo(camel);
		assertThat(run("snake-case", text)).isEqualTo(snake);
		assertThat(run("kebab-case", text)).isEqualTo(kebab);
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
