package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import com.ibm.icu.lang.UCharacter;

/**
 * The words of a name, such as {@code getHttpResponse} or {@code here_is_my_poem}, and
 * the names that can be joined from them. The words of a joined name are the words that
 * it was joined from, so that a name can be converted from any form to any other.
 */
final class NameWords {

	/**
	 * Describes {@link #split(String)}, for the catalogue.
	 */
	static final String RULE = Words.RULE + " In names, a word also ends between a small and a capital letter, "
			+ "before the last of several capitals if a small letter follows (XML|Http), and between a digit "
			+ "and a capital with a small letter; apostrophes and joiners are dropped.";

	private NameWords() {
	}

	/**
	 * Splits a text into words.
	 * @param text any text
	 * @return the words, in order, of letters, digits and marks only
	 */
	static List<String> split(String text) {
		List<String> names = new ArrayList<>();
		Words.forEach(text, (start, end) -> splitWord(lettersOf(text.substring(start, end)), names));
		return names;
	}

	private static String lettersOf(String word) {
		StringBuilder result = new StringBuilder(word.length());
		word.codePoints().filter(Words::isWordCharacter).forEach(result::appendCodePoint);
		return result.toString();
	}

	private static void splitWord(String word, List<String> names) {
		int start = 0;
		int before = -1;
		for (int i = 0; i < word.length();) {
			int character = word.codePointAt(i);
			if (before >= 0 && isBoundary(before, word, i)) {
				names.add(word.substring(start, i));
				start = i;
			}
			// a mark does not change the case of its letter
			before = Words.isMark(character) ? before : character;
			i += Character.charCount(character);
		}
		names.add(word.substring(start));
	}

	/**
	 * Returns whether a word starts at an offset.
	 * @param before the letter or digit before it
	 * @param text the text after it
	 * @param offset the offset
	 * @return whether it is the start of a word
	 */
	private static boolean isBoundary(int before, String text, int offset) {
		int character = text.codePointAt(offset);
		return isCapital(character) && (isSmall(before) || isSmallNext(text, offset + Character.charCount(character)));
	}

	private static boolean isSmallNext(String text, int offset) {
		int next = offset;
		while (next < text.length()) {
			int character = text.codePointAt(next);
			if (!Words.isMark(character)) {
				return isSmall(character);
			}
			next += Character.charCount(character);
		}
		return false;
	}

	// letters without another case are neither
	private static boolean isCapital(int character) {
		return UCharacter.isLetter(character) && UCharacter.toLowerCase(character) != character;
	}

	private static boolean isSmall(int character) {
		return UCharacter.isLetter(character) && !isCapital(character)
				&& UCharacter.toUpperCase(character) != character;
	}

	/**
	 * Joins the words of a text in lower case.
	 * @param text any text
	 * @param separator what is between two words
	 * @return the name
	 */
	static String lower(String text, String separator) {
		return split(text).stream().map(Words::lower).collect(Collectors.joining(separator));
	}

	/**
	 * Joins the words of a text in upper case, with underscores.
	 * @param text any text
	 * @return the name
	 */
	static String constant(String text) {
		return split(text).stream().map(Words::upper).collect(Collectors.joining("_"));
	}

	/**
	 * Joins the words of a text in lower case, with a capital at the start of each but
	 * the first. An underscore separates words where no capital does, such as two
	 * numbers.
	 * @param text any text
	 * @return the name
	 */
	static String camel(String text) {
		return humps(text, false);
	}

	static String pascal(String text) {
		return humps(text, true);
	}

	private static String humps(String text, boolean firstToo) {
		StringBuilder result = new StringBuilder(text.length());
		int before = -1;
		for (String word : split(text)) {
			String lower = Words.lower(word);
			boolean first = result.isEmpty();
			String hump = (first && !firstToo) ? lower : capitalize(lower);
			if (!first && (before < 0 || !isBoundary(before, hump, 0))) {
				result.append('_');
			}
			result.append(hump);
			before = last(hump);
		}
		return result.toString();
	}

	// only if the capital can be converted back, which that of a dotless i cannot
	private static String capitalize(String word) {
		int first = word.codePointAt(0);
		int capital = UCharacter.toTitleCase(first);
		if (UCharacter.toLowerCase(capital) != first) {
			return word;
		}
		return Character.toString(capital) + word.substring(Character.charCount(first));
	}

	// the last character but marks, or -1 if there are only marks
	private static int last(String word) {
		int end = word.length();
		while (end > 0) {
			int character = word.codePointBefore(end);
			if (!Words.isMark(character)) {
				return character;
			}
			end -= Character.charCount(character);
		}
		return -1;
	}

}
