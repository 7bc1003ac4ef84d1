package dev.couplet.transform.library;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link VerseTransforms}.
 */
class VerseTransformsTests extends LibraryRunner {

	// Shakespeare's sonnet 18: ten syllables a line, and the rhymes of a sonnet
	@Test
	void aSonnetHasItsSyllablesAndRhymes() {
		String sonnet = """
				Rough winds do shake the darling buds of May,
				And often is his gold complexion dimm\u2019d;
				Thou art more lovely and more fair this day:
				By chance or nature\u2019s changing course untrimm\u2019d;
				But thy eternal summer shall not fade,
				Nor lose possession of that fair thou ow\u2019st;
				Nor shall death brag thou wander\u2019st in his shade,
				When in eternal lines to time thou grow\u2019st:
				So long as men can breathe or eyes can see,
				So long lives this, and this gives life to thee.
				""";
		assertThat(run("syllables", sonnet).lines()).allMatch((line) -> line.startsWith("10  "));
		assertThat(run("rhyme-scheme", sonnet).lines().map((line) -> line.substring(0, 3))).containsExactly("A  ",
				"B  ", "A  ", "B  ", "C  ", "D  ", "C  ", "D  ", "E  ", "E  ");
	}

	// the numbers of stress digits in cmudict
	@ParameterizedTest
	@CsvSource({ "the, 1", "water, 2", "poetry, 3", "unimaginable, 6", "rhythm, 2", "antidisestablishmentarianism, 12",
			"fire, 2", "don't, 1", "don\u2019t, 1", "MOON, 1", "aardvark, 2", "zywicki, 3", "a, 1" })
	void wordsOfTheDictionary(String word, int syllables) {
		assertThat(run("syllables", word)).isEqualTo(syllables + "  " + word);
	}

	@ParameterizedTest
	@CsvSource({ "moonglade, 2", "blorfaying, 3", "moonflying, 3", "moonseeing, 3", "blorfudying, 4", "tideless, 2",
			"glimmered, 2", "unflutterable, 5", "heav'n, 1", "wand'ring, 2", "moonpools, 2", "nightfuls, 2", "br, 1",
			"caf\u00e9, 2", "s\u0153ur, 1",
			"\u0441\u0442\u0438\u0445\u043e\u0442\u0432\u043e\u0440\u0435\u043d\u0438\u0435, 6",
			"\u3075\u308b\u3044\u3051\u3084, 5", "\u304d\u3083\u3063\u304b, 3", "\u30b3\u30fc\u30d2\u30fc, 4",
			"\u4f60\u597d, 2", "\ud55c\uad6d, 2" })
	void otherWordsByTheirSpelling(String word, int syllables) {
		assertThat(run("syllables", word)).isEqualTo(syllables + "  " + word);
	}

	@ParameterizedTest
	@CsvSource({ "0, 2", "7, 2", "11, 3", "17, 3", "20, 2", "42, 3", "77, 5", "100, 3", "365, 6", "1000, 3", "1009, 4",
			"1066, 4", "1100, 5", "1905, 4", "1984, 5", "2026, 6", "999999, 14", "007, 6", "1234567, 8", "a1b2, 4",
			"\u0661, 1" })
	void numbersAsTheyAreSpoken(String number, int syllables) {
		assertThat(run("syllables", number)).isEqualTo(syllables + "  " + number);
	}

	@ParameterizedTest
	@CsvSource({ "0th, 2", "1st, 1", "2nd, 2", "3RD, 1", "5th, 1", "10th, 1", "11th, 3", "12th, 1", "17th, 3",
			"20th, 3", "21st, 3", "22nd, 4", "70th, 4", "100th, 3", "112th, 4", "130th, 6", "1984th, 9", "1000th, 3",
			"(20th), 3", "20th-century, 6", "5 thblorf, 2", "1990 St, 5" })
	void ordinalNumbersAsTheyAreSpoken(String number, int syllables) {
		assertThat(run("syllables", number)).isEqualTo(syllables + "  " + number);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1,000             | 3
			1,984             | 9
			12,345            | 9
			1,000,000         | 3
			1,234,567         | 18
			7,000,000,000,000 | 4
			1,000th           | 3
			(1,000)           | 3
			1,000.            | 3
			1,00              | 5
			1,0000            | 9
			0,100             | 5
			1234,100          | 7
			1, 100            | 4
			1,000,00          | 7
			\u0661,\u0660\u0660\u0660 | 3
			1,000,000,000,000,000 | 31
			""")
	void commasSeparateTheThousandsOfANumber(String number, int syllables) {
		assertThat(run("syllables", number)).isEqualTo(syllables + "  " + number);
	}

	@ParameterizedTest
	@CsvSource({ "blorf\u00e9, 2", "blorfe\u0301, 2", "BLORF\u00c9, 2", "blorf\u00e9s, 2", "glimm\u00e9r\u00e8d, 3",
			"blorfe, 1", "cr\u00e9peron, 3", "n\u00e9on\u00e9tte, 3" })
	void anAccentedEIsSpoken(String word, int syllables) {
		assertThat(run("syllables", word)).isEqualTo(syllables + "  " + word);
	}

	@ParameterizedTest
	@CsvSource({ "learn\u00e8d, 2", "blesse\u0300d, 2", "belov\u00e8d, 3", "n\u00e9e, 1", "caf\u00e9, 2",
			"r\u00e9sum\u00e9, 3", "cr\u00e8me, 1" })
	void anAccentedEIsSpokenInWordsOfTheDictionaryToo(String word, int syllables) {
		assertThat(run("syllables", word)).isEqualTo(syllables + "  " + word);
	}

	@ParameterizedTest
	@CsvSource({ "five, 5", "5, 105", "25, 5", "the 1st, room 101st", "7, heaven", "20, 4020", "100th, 900th",
			"1000, 3000", "12th, 112th", "8, late", "2, too", "0, hero", "007, 7", "1234510, 0", "'1,010', ten" })
	void numbersRhymeAsTheyAreSpoken(String first, String second) {
		assertThat(run("rhyme-scheme", first + "\n" + second)).isEqualTo("A  " + first + "\nA  " + second);
	}

	@Test
	void countsAreAlignedAndBlankLinesStay() {
		assertThat(
				run("syllables", "\uFEFFthe moon\r\n\r\n***\nhere is my poem about the late moon, " + "and the tide"))
			.isEqualTo("\uFEFF 2  the moon\r\n\r\n 0  ***\n13  here is my poem about the late moon, and the tide");
	}

	@Test
	void longWordsTakeNoRecursionAndLinearTime() {
		assertThat(run("syllables", "s" + "'s".repeat(20))).startsWith("2  s's");
		assertThat(run("syllables", "s" + "'s".repeat(100_000))).startsWith("2  s's");
		assertThat(run("syllables", "ie".repeat(100_000) + "r")).startsWith("1  ie");
		assertThat(run("syllables", "tio".repeat(100_000))).startsWith("100000  tio");
		assertThat(run("rhyme-scheme", "ed".repeat(100_000))).startsWith("A  ed");
	}

	@Test
	void aHaikuIsReturnedAsItIs() {
		String haiku = "\uFEFFAn old silent pond...\r\nA frog jumps into the pond,\r\n\r\nsplash! Silence again.";
		assertThat(run("haiku", haiku)).isEqualTo(haiku);
		String kana = "\u3075\u308b\u3044\u3051\u3084\n\u304b\u308f\u305a\u3068\u3073\u3053\u3080\n"
				+ "\u307f\u305a\u306e\u304a\u3068";
		assertThat(run("haiku", kana)).isEqualTo(kana);
		// fire has one syllable or two
		assertThat(run("haiku", "one two three four fire\none two three four five six fire\nfire fire one two fire"))
			.isNotEmpty();
	}

	@ParameterizedTest
	@CsvSource({
			"'the moon is late\nit is seven o\u2019clock now\nlow tide', "
					+ "'not a haiku, by the syllables: line 1 has 4 and not 5, line 3 has 2 and not 5; each-word'",
			"'low tide in the bay\n\n7 7 7 7\nlow tide in the bay', 'line 3 has 8 and not 7;'",
			"'a\nb', 'a haiku has 3 lines that are not blank, and the text has 2; '", "'', 'the text has 0'",
			"'***\n***\n***', 'line 1 has 0 and not 5, line 2 has 0 and not 7, line 3 has 0 and not 5; '" })
	void whatIsNoHaikuIsRefusedWithItsNumbers(String text, String reason) {
		assertRefused("haiku", text, reason);
	}

	@Test
	void aRefusalFitsWhateverTheNumbers() {
		String line = "7".repeat(300_000) + "\n";
		assertRefused("haiku", "\n".repeat(100_000) + line + "\n".repeat(10) + line + line, "line 100001 has ");
	}

	@ParameterizedTest
	@CsvSource({ "night, knight, true", "late, hesitate, true", "again, rain, true", "again, men, true",
			"love, move, false", "rough, dough, false", "moonglade, shade, true", "shade, moonglade, true",
			"blorf, snorf, true", "orange, moon, false", "the sea!, (me), true", "c\u0153ur, s\u0153ur, true",
			"\u043b\u044e\u0431\u043e\u0432\u044c, \u043a\u0440\u043e\u0432\u044c, true", "9, line, true",
			"20th, 120th, true", "20th, 4th, false", "2nd, 2, false", "blorf\u00e9, snarf\u00e9, true",
			"blorf\u00e9, orfe, false", "cl\u00e8rne, snerne, true" })
	void linesRhymeBySoundOrSpelling(String first, String second, boolean rhymes) {
		assertThat(run("rhyme-scheme", first + "\n" + second))
			.isEqualTo("A  " + first + (rhymes ? "\nA  " : "\nB  ") + second);
	}

	@Test
	void linesWithoutWordsHaveNoLabel() {
		assertThat(run("rhyme-scheme", "moon\n***\n\nJune")).isEqualTo("A  moon\n   ***\n\nA  June");
	}

	@Test
	void labelsGoOnAfterZ() {
		StringBuilder lines = new StringBuilder();
		for (String vowel : List.of("a", "o")) {
			for (char end = 'a'; end <= 'z'; end++) {
				lines.append("xq").append(vowel).append("qx").append(end).append(end).append("q\n");
			}
		}
		assertThat(run("rhyme-scheme", lines.toString()).lines().map((line) -> line.substring(0, 2)).distinct())
			.startsWith(" A", " B")
			.contains(" Z", "AA", "AB");
	}

}
