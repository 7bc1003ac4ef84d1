package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.ibm.icu.text.CaseMap;

/**
 * Words: letters and digits in a row, with the marks on them.
 */
final class Words {

	/**
	 * What {@link #split(String)} does, for the catalogue.
	 */
	static final String RULE = "A word ends at whatever is no letter or digit, "
			+ "and between a lower-case letter and an upper-case one.";

	private static final CaseMap.Lower LOWER = CaseMap.toLower();

	private static final CaseMap.Upper UPPER = CaseMap.toUpper();

	private static final CaseMap.Title TITLE = CaseMap.toTitle().wholeString().noBreakAdjustment().noLowercase();

	private Words() {
	}

	/**
	 * Lower case in no particular language, by ICU: the JDK looks for the words around
	 * every capital sigma anew, and takes quadratic time to it.
	 * @param text any text
	 * @return the text in lower case
	 */
	static String lower(String text) {
		String ascii = AsciiCase.lower(text);
		return (ascii != null) ? ascii : LOWER.apply(Locale.ROOT, text);
	}

	static String upper(String text) {
		String ascii = AsciiCase.upper(text);
		return (ascii != null) ? ascii : UPPER.apply(Locale.ROOT, text);
	}

	/**
	 * A word with its first letter in title case, the others in lower case.
	 * @param word a word
	 * @return the word, capitalized
	 */
	static String capitalize(String word) {
		String lower = lower(word);
		if (lower.isEmpty()) {
			return lower;
		}
		int first = Character.charCount(lower.codePointAt(0));
		return TITLE.apply(Locale.ROOT, null, lower.substring(0, first)) + lower.substring(first);
	}

	/**
	 * Takes a text apart, for an identifier: at all that is in no word, and where an
	 * upper-case letter follows a lower-case one.
	 * @param text any text
	 * @return the words in order, possibly none
	 */
	static List<String> split(String text) {
		List<String> words = new ArrayList<>();
		int start = -1;
		boolean lower = false;
		for (int i = 0; i < text.length();) {
			int character = text.codePointAt(i);
			boolean inside = isPart(character);
			boolean hump = lower && isUpper(character);
			if (start >= 0 && (!inside || hump)) {
				words.add(text.substring(start, i));
				start = -1;
			}
			if (inside && start < 0) {
				start = i;
			}
			// a mark takes nothing from the letter under it
			lower = Character.isLowerCase(character) || (lower && isMark(character));
			i += Character.charCount(character);
		}
		if (start >= 0) {
			words.add(text.substring(start));
		}
		return words;
	}

	/**
	 * Capitalizes every word of a text. An apostrophe between two letters is inside a
	 * word.
	 * @param text any text
	 * @return the text, with all that is in no word as it was
	 */
	static String capitalizeAll(String text) {
		StringBuilder result = new StringBuilder(text.length());
		int start = 0;
		while (start < text.length()) {
			int character = text.codePointAt(start);
			if (isPart(character)) {
				int end = end(text, start);
				result.append(capitalize(text.substring(start, end)));
				start = end;
			}
			else {
				result.appendCodePoint(character);
				start += Character.charCount(character);
			}
		}
		return result.toString();
	}

	/**
	 * Finds the end of a word.
	 * @param text any text
	 * @param start where a word begins in it
	 * @return the offset after the word
	 */
	static int end(String text, int start) {
		int end = start;
		while (end < text.length()) {
			int character = text.codePointAt(end);
			boolean apostrophe = end > start && isApostrophe(character) && end + 1 < text.length()
					&& Character.isLetter(text.codePointAt(end + 1));
			if (!isPart(character) && !apostrophe) {
				return end;
			}
			end += Character.charCount(character);
		}
		return end;
	}

	static boolean isPart(int character) {
		return Character.isLetterOrDigit(character) || isMark(character);
	}

	static boolean isApostrophe(int character) {
		return character == '\'' || character == '\u2019';
	}

	static boolean isMark(int character) {
		return switch (Character.getType(character)) {
			case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
			default -> false;
		};
	}

	static boolean isUpper(int character) {
		return Character.isUpperCase(character) || Character.isTitleCase(character);
	}

}
