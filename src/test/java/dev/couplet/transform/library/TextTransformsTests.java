package dev.couplet.transform.library;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TextTransforms}.
 */
class TextTransformsTests extends LibraryRunner {

	// a family, a flag, a syllable of jamo, a letter with two marks, a wave with a skin
	// tone, a CRLF
	@ParameterizedTest
	@ValueSource(strings = { "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "\ud83c\uddeb\ud83c\uddf7",
			"\u1112\u1161\u11ab", "e\u0301\u0323", "\ud83d\udc4b\ud83c\udffd", "\r\n" })
	void graphemeClustersAreNotSplit(String cluster) {
		assertThat(run("reverse", "a" + cluster + "b")).isEqualTo("b" + cluster + "a");
		assertThat(run("truncate=1:", cluster + cluster)).isEqualTo(cluster);
		assertThat(run("truncate=2", cluster + cluster)).isEqualTo(cluster + cluster);
		assertThat(run("truncate=2", cluster + cluster + cluster)).isEqualTo(cluster + "\u2026");
	}

	@Test
	void reverseDoesNotMixAdjacentFlags() {
		assertThat(run("reverse", "\ud83c\uddeb\ud83c\uddf7\ud83c\udde9\ud83c\uddea"))
			.isEqualTo("\ud83c\udde9\ud83c\uddea\ud83c\uddeb\ud83c\uddf7");
	}

	@ParameterizedTest
	@CsvSource({ "5, abcde, abcde", "5, abcdef, abcd\u2026", "0, abc, ''", "0, '', ''", "1, ab, \u2026",
			"5:..., abcdef, ab...", "2:..., abcdef, ..", "3:..., abcdef, ...", "1000000, abc, abc", "2:, abc, ab" })
	void truncateCountsTheEllipsis(String arguments, String text, String result) {
		assertThat(run("truncate=" + arguments.replace(".", "%2E"), text)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource({ "'a b  c', 'c  b a'", "' a b', 'b a '", "'a\u3000b', 'b\u3000a'", "'a b\r\nc d', 'b a\r\nd c'",
			"'', ''" })
	void reverseWordsWorksLineByLine(String text, String result) {
		assertThat(run("reverse-words", text)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource({ "a:b, aaa, bbb", "aa:b, aaaaa, bba", "aba:x, ababa, xba", "a:aa, aa, aaaa", "a, banana, bnn",
			"A:b, aAa, aba", "abc:x, ababcabc, abxx", "aab:x, aaab, ax", "\u00e9:e, e\u0301\u00e9, e\u0301e",
			"%2E*:x, a.a.*, a.ax", "\ud83c\udf39:x, \ud83c\udf39\ud83c\udf3a, x\ud83c\udf3a", "b:, abc, ac" })
	void replaceIsLiteral(String arguments, String text, String result) {
		assertThat(run("replace=" + arguments, text)).isEqualTo(result);
	}

	@Test
	void replaceMatchesTheJdk() {
		Random random = new Random(3);
		for (int i = 0; i < 20_000; i++) {
			String text = letters(random, 30);
			String from = letters(random, 4) + "a";
			String to = letters(random, 3);
			assertThat(run("replace=" + from + ":" + to, text)).isEqualTo(text.replace(from, to));
		}
	}

	private static String letters(Random random, int maxLength) {
		return random.ints(random.nextInt(maxLength), 'a', 'c')
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	@ParameterizedTest
	@CsvSource({ "'--Caf\u00e9 &  Bar!', cafe-bar", "\u041c\u043e\u0441\u043a\u0432\u0430, moskva", "don\u2019t, dont",
			"'\u2603', ''", "'\u00c6on \u00df 1\u00bd', aeon-ss-1-1-2", "a_b.c, a-b-c", "'', ''" })
	void slugsConsistOfLettersDigitsAndHyphens(String text, String slug) {
		assertThat(run("slugify", text)).isEqualTo(slug);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "\"a\", \u201ca\u201d", "'a', \u2018a\u2019", "it's, it\u2019s",
					"`\"'a' b\"`, `\u201c\u2018a\u2019 b\u201d`", "(\"a\"), (\u201ca\u201d)",
					"a\u2014\"b\", a\u2014\u201cb\u201d", "5\", 5\u201d", "rock-'n', rock-\u2019n\u2019" })
	void smartQuotesDependOnThePrecedingCharacter(String text, String curled) {
		assertThat(run("smart-quotes", text)).isEqualTo(curled);
		assertThat(run("ascii-quotes", curled)).isEqualTo(text);
	}

	@Test
	void asciiQuotesReplacesQuotesOfOtherLanguages() {
		assertThat(run("ascii-quotes", "\u201ea\u201f \u00abb\u00bb \u201ac\u201b \u2039d\u203a"))
			.isEqualTo("\"a\" \"b\" 'c' 'd'");
	}

	@Test
	void rot13RotatesOnlyAscii() {
		assertThat(run("rot13", "AMNZ amnz 19 \u00e9\u0430")).isEqualTo("NZAM nzam 19 \u00e9\u0430");
	}

}
