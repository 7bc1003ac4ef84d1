package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.ibm.icu.text.CaseMap;

/**
 * Words: runs of letters and digits, with their combining marks.
 */
final class Words {

	/**
	 * Describes {@link #split(String)}, for the catalogue.
	 */
	static final String RULE = "A word ends before any character that is not a letter or digit, "
			+ "and between a lower-case and an upper-case letter.";

	private static final CaseMap.Lower LOWER = CaseMap.toLower();

	private static final CaseMap.Upper UPPER = CaseMap.toUpper();

	private static final CaseMap.Title TITLE = CaseMap.toTitle().wholeString().noBreakAdjustment().noLowercase();

	private Words() {
	}

	/**
	 * Converts a text to lower case, independent of language. Uses ICU, because the JDK
	 * scans for word boundaries at every capital sigma, which takes quadratic time.
	 * @param text any text
	 * @return the lower-case text
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
	 * Converts the first letter of a word to title case and the others to lower case.
	 * @param word a word
	 * @return the capitalized word
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
	 * Splits a text into the words of an identifier: at characters that are not part of a
	 * word, and where an upper-case letter follows a lower-case one.
	 * @param text any text
	 * @return the words, in order
	 */
	static List<String> split(String text) {
		List<String> words = new ArrayList<>();
		int start = -1;
		boolean lower = false;
		for (int i = 0; i < text.length();) {
			int character = text.codePointAt(i);
			boolean inside = isWordCharacter(character);
			boolean hump = lower && isUpper(character);
			if (start >= 0 && (!inside || hump)) {
				words.add(text.substring(start, i));
				start = -1;
			}
			if (inside && start < 0) {
				start = i;
			}
			// a mark does not change the case of its letter
			lower = Character.isLowerCase(character) || (lower && isMark(character));
			i += Character.charCount(character);
		}
		if (start >= 0) {
			words.add(text.substring(start));
		}
		return words;
	}

	/**
	 * Capitalizes each word of a text. An apostrophe between two letters is part of the
	 * word.
	 * @param text any text
	 * @return the text; anything outside words is left unchanged
	 */
	static String capitalizeAll(String text) {
		StringBuilder result = new StringBuilder(text.length());
		int start = 0;
		while (start < text.length()) {
			int character = text.codePointAt(start);
			if (isWordCharacter(character)) {
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
	 * Returns the end of a word.
	 * @param text any text
	 * @param start the offset at which a word starts
	 * @return the offset after the word
	 */
	static int end(String text, int start) {
		int end = start;
		while (end < text.length()) {
			int character = text.codePointAt(end);
			boolean apostrophe = end > start && isApostrophe(character) && end + 1 < text.length()
					&& Character.isLetter(text.codePointAt(end + 1));
			if (!isWordCharacter(character) && !apostrophe) {
				return end;
			}
			end += Character.charCount(character);
		}
		return end;
	}

	static boolean isWordCharacter(int character) {
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
