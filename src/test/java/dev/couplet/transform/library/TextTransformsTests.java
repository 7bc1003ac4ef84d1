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
	@CsvSource({ "take=2, ab", "take=-2, de", "drop=2, cde", "drop=-2, abc", "take=9, abcde", "take=-9, abcde",
			"take=0, ''", "drop=-9, ''" })
	void takeAndDropCountFromTheEndWhereNegative(String recipe, String result) {
		assertThat(run(recipe, "abcde")).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "truncate=2, `\uFEFFabc`, `\uFEFFa\u2026`", "truncate=2, `\uFEFFab`, `\uFEFFab`",
					"reverse, `\uFEFFab`, `\uFEFFba`", "replace=^a:b, `\uFEFF^a`, `\uFEFFb`",
					"replace=%EF%BB%BF:x, `\uFEFFa\uFEFF`, `\uFEFFax`", "take=1, `\uFEFFab`, `\uFEFFa`",
					"drop=1, `\uFEFFab`, `\uFEFFb`", "reverse-words, `\uFEFFa b`, `\uFEFFb a`",
					"smart-quotes, `\uFEFF\"a\"`, `\uFEFF\u201ca\u201d`" })
	void aByteOrderMarkStaysAtTheFrontAndIsNotSeen(String recipe, String text, String result) {
		assertThat(run(recipe, text)).isEqualTo(result);
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
	@CsvSource({ "slugify, G\u0259nc\u0259 Az\u0259rbaycan, gence-azerbaycan",
			"slugify, \u043f\u043e\u0434\u044a\u0435\u0437\u0434, podezd",
			"slugify, 15 m\u00b3 of CO\u2082, 15-m3-of-co2", "slugify, so\u00adft hy\u200cphen, soft-hyphen",
			"slugify, Hawai\u02bbi, hawaii", "slugify, \u10e1\u1ca1, ss", "slugify, a\ud83c\udf39b, a-b",
			"slugify, a\ud81b\udec0b, ab", "slugify, \u2460 \uff21\u2122, 1-atm", "slugify, 5 \u20ac, 5-eur" })
	void lettersAreKeptOrDroppedAndNeverAGapInASlug(String recipe, String text, String slug) {
		assertThat(run(recipe, text)).isEqualTo(slug);
	}

	@ParameterizedTest
	@CsvSource({ "_, a b, a_b", "'', a b, ab", "-:de, \u00dcber \u00e4, ueber-ae", "-:da, \u00c5rhus, aarhus",
			"-:none:5, here is my poem, here", "-:none:7, here is my poem, here-is", "-:none:6, here is my poem, here",
			"-:none:3, here is my poem, her", "-:none:15, here is my poem, here-is-my-poem",
			"--:none:8, here is my poem, here--is" })
	void slugsHaveASeparatorALanguageAndABound(String arguments, String text, String slug) {
		assertThat(run("slugify=" + arguments, text)).isEqualTo(slug);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "print(\"\"), print(\u201c\u201d)", "in the early '60s, in the early \u201960s",
					"'99 was, \u201999 was", "'60', \u201860\u2019", "rock 'n' roll, rock \u2019n\u2019 roll",
					"'tis, \u2019tis", "'Twas 'em, \u2019Twas \u2019em", "'tissue', \u2018tissue\u2019",
					"'em', \u2018em\u2019", "him--\"No!\", him--\u201cNo!\u201d",
					"\"Stop--\" she, \u201cStop--\u201d she", "`\"Stop\u2014\", she`, `\u201cStop\u2014\u201d, she`",
					"*\"a\"*, *\u201ca\u201d*", "**\"a\"**, **\u201ca\u201d**", "_'a'_, _\u2018a\u2019_",
					"\"*a*\", \u201c*a*\u201d", "x/\"y\", x/\u201cy\u201d", "\u00bf\"que\"?, \u00bf\u201cque\u201d?",
					"\u2026\"No\", \u2026\u201cNo\u201d", "\"Well\u2026\" he, \u201cWell\u2026\u201d he",
					"`'\"a\"'`, `\u2018\u201ca\u201d\u2019`", "\u00a1\"a\"!, \u00a1\u201ca\u201d!",
					"non-\"a\" 'b', non-\u201ca\u201d \u2018b\u2019", "`\"non-\", he`, `\u201cnon-\u201d, he`",
					"`'\"a--\"' he`, `\u2018\u201ca--\u201d\u2019 he`", "{\"a--\"}, {\u201ca--\u201d}",
					"'Tisn't, \u2019Tisn\u2019t", "'Twould, \u2019Twould" })
	void smartQuotesKnowApostrophesAndEmphasis(String text, String curled) {
		assertThat(run("smart-quotes", text)).isEqualTo(curled);
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
