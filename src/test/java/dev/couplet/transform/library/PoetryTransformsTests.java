package dev.couplet.transform.library;

import org.junit.jupiter.api.Test;
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

	@Test
	void aByteOrderMarkStaysAtTheFront() {
		assertThat(run("acrostic", "\uFEFF'one\ntwo")).isEqualTo("\uFEFFot");
		assertThat(run("lipogram", "\uFEFFeve")).isEqualTo("\uFEFFv");
		assertThat(run("lipogram=%EF%BB%BF", "\uFEFFeve")).isEqualTo("\uFEFFeve");
		assertThat(run("pig-latin", "\uFEFFmoon")).isEqualTo("\uFEFFoonmay");
		assertThat(run("cut-up=1", "\uFEFFa b c d e f")).startsWith("\uFEFF");
		assertThat(run("snowball-sort", "\uFEFFmoon is")).isEqualTo("\uFEFFis\nmoon");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "rock 'n' roll, ockray 'nay' ollray", "'twas the dogs\u2019, 'astway ethay ogsday\u2019",
					"half-moon, alfhay-oonmay", "o\u2019clock, o\u2019clockway", "moon\u2019s, oon\u2019smay" })
	void pigLatinKeepsApostrophesAndHyphens(String text, String result) {
		assertThat(run("pig-latin", text)).isEqualTo(result);
	}

	@Test
	void cutUpKeepsTheWordsAndTheWhiteSpace() {
		String text = " the  moon\r\nis\tlate,\n\nthe tide\u00A0is low.\n";
		String poem = run("cut-up=3", text);
		assertThat(poem).isNotEqualTo(text);
		assertThat(poem.replaceAll("[^\\s\u00A0]", "")).isEqualTo(text.replaceAll("[^\\s\u00A0]", ""));
		assertThat(poem.split("[\\s\u00A0]+")).containsExactlyInAnyOrder(text.split("[\\s\u00A0]+"));
		assertThat(run("cut-up=3", "one")).isEqualTo("one");
		assertThat(run("cut-up=3", " \n")).isEqualTo(" \n");
	}

	// computed in Python from the algorithm in the documentation of java.util.Random
	@ParameterizedTest
	@CsvSource({ "0, a h d e g b c f", "7, a c g b e d h f", "2147483647, c a g f b d h e" })
	void cutUpDependsOnTheSeedOnly(String seed, String poem) {
		assertThat(run("cut-up=" + seed, "a b c d e f g h")).isEqualTo(poem);
	}

	@ParameterizedTest
	@CsvSource({ "'', ''", "'...', ''", "'moon, is', 'is\nmoon'", "'moon is\r\n', 'is\r\nmoon\r\n'",
			"'don\u2019t stop half-lit 24', '24\nlit\ndon\u2019t\nstop\nhalf'",
			"'e\u0301te\u0301 abcd ab', 'ab\ne\u0301te\u0301\nabcd'", "'bb aa a', 'a\nbb\naa'" })
	void snowballSortPutsWordsInOrderOfLength(String text, String result) {
		assertThat(run("snowball-sort", text)).isEqualTo(result);
	}

}
