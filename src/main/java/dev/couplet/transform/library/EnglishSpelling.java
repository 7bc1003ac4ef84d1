package dev.couplet.transform.library;

import java.util.regex.Pattern;

/**
 * Syllables and rhymes by spelling, for words that are in no dictionary.
 */
final class EnglishSpelling {

	// those of English, and of Russian, Ukrainian and Greek
	private static final String VOWELS = "aeiouy" + Syllables.OTHER_VOWELS;

	// an e that is not spoken, also before s and d
	private static final Pattern SILENT = Pattern
		.compile("(?<=[a-z])(?:(?<![aeiouy]|[^aeiouylr][lr])e|(?<![aeiouysxzcg]|ch|sh|[^aeiouylr][lr])es"
				+ "|(?<![aeiouytd]|[^aeiouylr][lr])ed)$"
				+ "|(?<=[aeiouy][^aeiouy]|[rs][cs])e(?=(?:ly|ment|ful|less|ness)s?$)|(?<=ic)a(?=lly$)");

	// vowels that are two syllables, and consonants that are one
	private static final Pattern SPLIT = Pattern
		.compile("(?<![tscg])i(?=[ao])|(?<=[aeiouy])ing|eo(?!us)|ua(?!r)|i(?=um)|(?<=[^aeiouygq])uo|(?<=[^aeioun])ya"
				+ "|(?<=[aeiou])y(?=[aeiou])(?!ying)|(?<=[aeiouy]s|[aeiouy]th)m$|^mc(?=[^aeiouy])|(?<=[^aeiouyt])ier$|yi(?!ng)");

	private static final Pattern POSSESSIVE = Pattern.compile("(?<=s|x|z|ch|sh|[cgsz]e)'s$");

	// no word is longer; the patterns take 500 ns a letter
	private static final int MAX_LENGTH = 60;

	private EnglishSpelling() {
	}

	/**
	 * Estimates the syllables of a word. Nine in ten words of the CMU Pronouncing
	 * Dictionary get the number that they have there.
	 * @param word a word of a-z and apostrophes
	 * @return their number, at least 1
	 */
	static int syllables(String word) {
		if (word.length() > MAX_LENGTH) {
			return Math.max(1, vowelGroups(word));
		}
		int ending = POSSESSIVE.matcher(word).find() ? 1 : 0;
		String letters = (word.endsWith("'s") ? word.substring(0, word.length() - 2) : word).replace("'", "");
		String spoken = SILENT.matcher(letters).replaceFirst("");
		int groups = vowelGroups(spoken) + (int) SPLIT.matcher(spoken).results().count();
		return Math.max(1, groups) + ending;
	}

	private static int vowelGroups(String letters) {
		int groups = 0;
		boolean vowel = false;
		for (int i = 0; i < letters.length(); i++) {
			boolean next = VOWELS.indexOf(letters.charAt(i)) >= 0;
			groups += (next && !vowel) ? 1 : 0;
			vowel = next;
		}
		return groups;
	}

	/**
	 * Returns the part of a word that is the same in words that look as if they rhyme.
	 * @param word a word in lower case without accents
	 * @return from the last spoken vowel on, or the last two characters if there is none
	 */
	static String rhyme(String word) {
		int end = word.length();
		int last = lastVowel(word, end);
		if (last == end - 1 && last > 0 && word.charAt(last) == 'e' && VOWELS.indexOf(word.charAt(last - 1)) < 0) {
			// a silent e
			int earlier = lastVowel(word, last - 1);
			last = (earlier >= 0) ? earlier : last;
		}
		while (last > 0 && VOWELS.indexOf(word.charAt(last - 1)) >= 0) {
			last--;
		}
		return word
			.substring((last >= 0) ? last : word.offsetByCodePoints(end, -Math.min(2, word.codePointCount(0, end))));
	}

	private static int lastVowel(String word, int end) {
		int index = end - 1;
		while (index >= 0 && VOWELS.indexOf(word.charAt(index)) < 0) {
			index--;
		}
		return index;
	}

}
