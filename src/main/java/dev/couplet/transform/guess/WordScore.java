package dev.couplet.transform.guess;

import java.util.Locale;
import java.util.Set;

/**
 * The words and numbers of a text.
 *
 * @param share the share of its letters and digits that could be words and numbers, from
 * 0 to 1
 * @param isCommon whether one of the words is among the most frequent of a language
 */
record WordScore(double share, boolean isCommon) {

	private static final Set<String> COMMON = Set.of("the", "and", "that", "have", "for", "not", "with", "you", "this",
			"but", "his", "from", "they", "her", "she", "will", "would", "there", "their", "what", "all", "are", "was",
			"who", "hello", "world", "name", "user", "true", "false", "null", "http", "https", "der", "die", "und",
			"das", "nicht", "ist", "les", "des", "une", "est", "que", "los", "las", "por", "con", "para");

	private static final int LONGEST_NUMBER = 14;

	private static final double NUMBER = 0.7;

	private static final double LONG_NUMBER = 0.3;

	// one change between letters and digits, as in sha256, or two
	private static final double[] MIXED = { 0, 0.5, 0.3 };

	static WordScore of(String text) {
		double rated = 0;
		int total = 0;
		boolean common = false;
		int start = 0;
		while (start < text.length()) {
			int end = start;
			while (end < text.length() && isPart(text, end)) {
				end += Character.charCount(text.codePointAt(end));
			}
			if (end > start) {
				String word = text.substring(start, end);
				rated += rate(word) * word.length();
				total += word.length();
				common = common || COMMON.contains(word.toLowerCase(Locale.ROOT));
				start = end;
			}
			else {
				start += Character.charCount(text.codePointAt(start));
			}
		}
		return new WordScore((total > 0) ? rated / total : 0, common);
	}

	private static boolean isPart(String text, int index) {
		int character = text.codePointAt(index);
		return Character.isLetterOrDigit(character) || Character.getType(character) == Character.NON_SPACING_MARK
				|| Character.getType(character) == Character.COMBINING_SPACING_MARK;
	}

	private static double rate(String word) {
		int changes = 0;
		boolean letters = !Character.isDigit(word.codePointAt(0));
		boolean anyLetter = letters;
		for (int i = 0; i < word.length(); i++) {
			boolean letter = !Character.isDigit(word.charAt(i));
			changes += (letter != letters) ? 1 : 0;
			letters = letter;
			anyLetter |= letter;
		}
		if (!anyLetter) {
			return (word.length() <= LONGEST_NUMBER) ? NUMBER : LONG_NUMBER;
		}
		if (changes > 0) {
			return (changes < MIXED.length) ? MIXED[changes] : 0;
		}
		return WordShape.rate(word);
	}

}
