package dev.couplet.transform.library;

import java.util.IntSummaryStatistics;
import java.util.List;

import com.ibm.icu.lang.UScript;

/**
 * The syllables of a word or line. Some words have different numbers of them in different
 * mouths: "fire" has one or two.
 *
 * @param usual the usual number
 * @param least the smallest number
 * @param most the largest number
 */
record Syllables(int usual, int least, int most) {

	static final Syllables NONE = new Syllables(0, 0, 0);

	// vowels of Russian, Ukrainian and Greek
	static final String OTHER_VOWELS = "\u0430\u0435\u0438\u043E\u0443\u044B\u044D\u044E\u044F\u0456\u0454"
			+ "\u03B1\u03B5\u03B7\u03B9\u03BF\u03C5\u03C9";

	// small kana belong to the one before them
	private static final String SMALL_KANA = "\u3041\u3043\u3045\u3047\u3049\u3083\u3085\u3087\u308E"
			+ "\u30A1\u30A3\u30A5\u30A7\u30A9\u30E3\u30E5\u30E7\u30EE";

	private static final int LONG_VOWEL = 0x30FC;

	private static final int FIRST_VOWEL_JAMO = 0x1160;

	Syllables plus(Syllables other) {
		return new Syllables(this.usual + other.usual, this.least + other.least, this.most + other.most);
	}

	static Syllables exactly(int number) {
		return new Syllables(number, number, number);
	}

	/**
	 * Counts the syllables of a line.
	 * @param line a line
	 * @return their number: by the CMU Pronouncing Dictionary, or an estimate
	 */
	static Syllables ofLine(String line) {
		Syllables sum = NONE;
		for (String word : SpokenWords.of(line)) {
			sum = sum.plus(of(word));
		}
		return sum;
	}

	private static Syllables of(String word) {
		List<Pronunciations.Pronunciation> known = Pronunciations.of(word);
		if (known.isEmpty()) {
			return exactly(estimate(word));
		}
		if (word.indexOf(SpokenWords.ACCENTED_E) >= 0) {
			// the dictionary has no accents, and "learned" for "learnèd"
			return exactly(Math.max(known.getFirst().syllables(), estimate(word)));
		}
		IntSummaryStatistics counts = known.stream()
			.mapToInt(Pronunciations.Pronunciation::syllables)
			.summaryStatistics();
		return new Syllables(known.getFirst().syllables(), counts.getMin(), counts.getMax());
	}

	/**
	 * Estimates the syllables of a word by its spelling.
	 * @param word a word as {@link SpokenWords} gives it
	 * @return their number, at least 1
	 */
	static int estimate(String word) {
		if (SpokenNumber.is(word)) {
			return SpokenNumber.syllables(word);
		}
		StringBuilder latin = new StringBuilder();
		int others = 0;
		for (int i = 0; i < word.length();) {
			int character = word.codePointAt(i);
			if (character < 0x80 || character == SpokenWords.ACCENTED_E) {
				latin.append((char) character);
			}
			else if (isSyllable(character)) {
				others++;
			}
			i += Character.charCount(character);
		}
		return Math.max(1, others + (latin.isEmpty() ? 0 : EnglishSpelling.syllables(latin.toString())));
	}

	private static boolean isSyllable(int character) {
		return switch (UScript.getScript(character)) {
			case UScript.HAN -> true;
			case UScript.HANGUL -> character < FIRST_VOWEL_JAMO;
			case UScript.HIRAGANA, UScript.KATAKANA -> SMALL_KANA.indexOf(character) < 0;
			default -> character == LONG_VOWEL || OTHER_VOWELS.indexOf(character) >= 0;
		};
	}

}
