package dev.couplet.transform.library;

import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntBiFunction;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.CaseMap;

/**
 * Words: runs of letters, digits and letter numbers, with their combining marks.
 */
final class Words {

	/**
	 * Describes words, for the catalogue.
	 */
	static final String RULE = "A word consists of letters, digits, marks and letter numbers, "
			+ "and of apostrophes and joiners between letters.";

	private static final CaseMap.Lower LOWER = CaseMap.toLower();

	private static final CaseMap.Upper UPPER = CaseMap.toUpper();

	private static final CaseMap.Title TITLE = CaseMap.toTitle().wholeString().noBreakAdjustment().noLowercase();

	// what follows "o'" in words that are not names
	private static final Set<String> NOT_IRISH = Set.of("clock", "er");

	private static final int SOFT_HYPHEN = 0xAD;

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

	static String lower(Locale locale, String text) {
		return LOWER.apply(locale, text);
	}

	static String upper(Locale locale, String text) {
		return UPPER.apply(locale, text);
	}

	/**
	 * Converts the first letter of a word to title case and the others to lower case. The
	 * part after "O'", as in O'Brien, starts with a capital too.
	 * @param word a word
	 * @return the capitalized word
	 */
	static String capitalize(String word) {
		if (!isIrish(word)) {
			return capitalizeFirst(word, lower(word));
		}
		int part = 2;
		return capitalizeFirst(word.substring(0, part), lower(word.substring(0, part)))
				+ capitalizeFirst(word.substring(part), lower(word.substring(part)));
	}

	/**
	 * Converts the first letter of a text to title case. That is the title case of the
	 * letter itself: in lower case, a dotted capital I is two characters, and a capital
	 * sharp s becomes a small one.
	 * @param text any text
	 * @param lower the text in lower case
	 * @return the title case of the first letter, and the rest in lower case
	 */
	static String capitalizeFirst(String text, String lower) {
		if (text.isEmpty()) {
			return text;
		}
		String first = text.substring(0, Character.charCount(text.codePointAt(0)));
		return TITLE.apply(Locale.ROOT, null, first) + lower.substring(lower(first).length());
	}

	private static boolean isIrish(String word) {
		return word.length() > 2 && (word.charAt(0) == 'O' || word.charAt(0) == 'o') && isApostrophe(word.charAt(1))
				&& !NOT_IRISH.contains(lower(word.substring(2)));
	}

	/**
	 * Visits the words of a text in order.
	 * @param text any text
	 * @param visitor receives the start and end offsets of each word
	 */
	static void forEach(String text, Graphemes.Visitor visitor) {
		forEach(text, Words::end, visitor);
	}

	/**
	 * Visits the words of a text in order.
	 * @param text any text
	 * @param ends returns the offset after the word that starts at an offset
	 * @param visitor receives the start and end offsets of each word
	 */
	static void forEach(String text, ToIntBiFunction<String, Integer> ends, Graphemes.Visitor visitor) {
		int start = 0;
		while (start < text.length()) {
			int character = text.codePointAt(start);
			if (isWordCharacter(character)) {
				int end = ends.applyAsInt(text, start);
				visitor.visit(start, end);
				start = end;
			}
			else {
				start += Character.charCount(character);
			}
		}
	}

	/**
	 * Capitalizes each word of a text.
	 * @param text any text
	 * @return the text; anything outside words is left unchanged
	 */
	static String capitalizeAll(String text) {
		StringBuilder result = new StringBuilder(text.length());
		int[] copied = new int[1];
		forEach(text, (start, end) -> {
			result.append(text, copied[0], start).append(capitalize(text.substring(start, end)));
			copied[0] = end;
		});
		return result.append(text, copied[0], text.length()).toString();
	}

	/**
	 * Returns the end of a word. Apostrophes and what is invisible, such as a soft hyphen
	 * or a joiner, do not end it where a letter follows.
	 * @param text any text
	 * @param start the offset at which a word starts
	 * @return the offset after the word
	 */
	static int end(String text, int start) {
		int end = start;
		while (end < text.length()) {
			int character = text.codePointAt(end);
			boolean between = end > start && isBetweenLetters(character) && end + 1 < text.length()
					&& UCharacter.isLetter(text.codePointAt(end + 1));
			if (!isWordCharacter(character) && !between) {
				return end;
			}
			end += Character.charCount(character);
		}
		return end;
	}

	private static boolean isBetweenLetters(int character) {
		return isApostrophe(character) || character == SOFT_HYPHEN || isJoiner(character);
	}

	private static boolean isJoiner(int character) {
		return character == '\u200C' || character == '\u200D';
	}

	static boolean isWordCharacter(int character) {
		return UCharacter.isLetterOrDigit(character) || isMark(character)
				|| UCharacter.getType(character) == UCharacter.LETTER_NUMBER;
	}

	static boolean isApostrophe(int character) {
		return character == '\'' || character == '\u2019';
	}

	static boolean isMark(int character) {
		return switch (UCharacter.getType(character)) {
			case UCharacter.NON_SPACING_MARK, UCharacter.COMBINING_SPACING_MARK, UCharacter.ENCLOSING_MARK -> true;
			default -> false;
		};
	}

	static boolean isUpper(int character) {
		return UCharacter.isUUppercase(character) || UCharacter.isTitleCase(character);
	}

}
