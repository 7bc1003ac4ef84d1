package dev.couplet.transform.library;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PoetryTransforms}.
 */
class PoetryTransformsTests extends LibraryRunner {

	@ParameterizedTest
	@CsvSource({ "'one\n\n 2 \u201ctwo\r\n...\nthree', ott",
			"'e\u0301te\u0301\n\u8a69\n\ud801\udc00', e\u0301\u8a69\ud801\udc00",
			"'\u1112\u1161\u11ab a', \u1112\u1161\u11ab", "'1\n2', ''", "'a b\rc', a" })
	void acrosticJoinsTheFirstLetterOfEachLine(String text, String result) {
		assertThat(run("acrostic", text)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource({ "lipogram, 'Eve \u00e9\u00c9 e\u0301 \u1ebf', 'v   '", "lipogram=\u00e9, 'Eve \u00e9', 'v '",
			"lipogram=%2C, 'a,b', ab", "lipogram=\u0421, \u0441\u0442\u0438\u0445, \u0442\u0438\u0445",
			"lipogram=\ud83c\udf39, a\ud83c\udf39b, ab", "lipogram=s, \u00dfS, \u00df", "lipogram, \u0435, \u0435" })
	void lipogramRemovesALetterInEveryForm(String recipe, String text, String result) {
		assertThat(run(recipe, text)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource({ "poem, oempay", "Poem, Oempay", "POEM, OEMPAY", "string, ingstray", "apple, appleway",
			"Apple, Appleway", "APPLE, APPLEWAY", "I, Iway", "quiet, ietquay", "Quiet, Ietquay", "square, aresquay",
			"yes, esyay", "rhythm, ythmrhay", "my, ymay", "hmm, hmmay", "Hmm, Hmmay", "don't, on'tday",
			"\u00e9t\u00e9, \u00e9t\u00e9way", "Cafe\u0301, Afe\u0301cay", "C\u0327a, Ac\u0327ay",
			"\u0441\u0442\u0438\u0445, \u0441\u0442\u0438\u0445", "\u8a69, \u8a69", "b2b, b2b",
			"'a-b, c!', 'away-bay, cay!'", "'', ''" })
	void pigLatinMovesLeadingConsonants(String text, String result) {
		assertThat(run("pig-latin", text)).isEqualTo(result);
	}

}
