package dev.couplet.transform.library;

import java.util.Locale;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/**
 * Upper and lower case by position: in sentences, alternating, or swapped.
 */
final class CasePatterns {

	private static final int ASCII = 0x80;

	private CasePatterns() {
	}

	static String swap(String text) {
		StringBuilder result = new StringBuilder(text.length());
		text.codePoints().map(CasePatterns::swap).forEach(result::appendCodePoint);
		return result.toString();
	}

	private static int swap(int character) {
		if (Words.isUpper(character)) {
			return lower(character);
		}
		return UCharacter.isULowercase(character) ? upper(character) : character;
	}

	/**
	 * Converts letters to lower and upper case in turn.
	 * @param text any text
	 * @return the text; the first letter is in lower case
	 */
	static String alternate(String text) {
		StringBuilder result = new StringBuilder(text.length());
		boolean upper = false;
		for (int i = 0; i < text.length();) {
			int character = text.codePointAt(i);
			i += Character.charCount(character);
			if (UCharacter.isLetter(character)) {
				result.appendCodePoint(upper ? upper(character) : lower(character));
				upper = !upper;
			}
			else {
				result.appendCodePoint(character);
			}
		}
		return result.toString();
	}

	private static int lower(int character) {
		int lower = UCharacter.toLowerCase(character);
		return (character < ASCII || isOne(Character.toString(character).toLowerCase(Locale.ROOT))) ? lower : character;
	}

	private static int upper(int character) {
		int upper = UCharacter.toUpperCase(character);
		return (character < ASCII || isOne(Character.toString(character).toUpperCase(Locale.ROOT))) ? upper : character;
	}

	private static boolean isOne(String letters) {
		return letters.length() == Character.charCount(letters.codePointAt(0));
	}

	/**
	 * Converts the first letter of each sentence to title case and all others to lower
	 * case. A sentence ends with a full stop or another sentence terminal and white
	 * space, or with a blank line.
	 * @param text any text
	 * @return the text
	 */
	static String sentences(String text) {
		StringBuilder result = new StringBuilder(text.length());
		SentenceStart next = new SentenceStart();
		int start = 0;
		for (int i = 0; i < text.length();) {
			int character = text.codePointAt(i);
			if (next.isAt(character)) {
				result.append(sentence(text, start, i));
				start = i;
			}
			i += Character.charCount(character);
		}
		return result.append(sentence(text, start, text.length())).toString();
	}

	// what is before the first sentence has no letters
	private static String sentence(String text, int start, int end) {
		String sentence = text.substring(start, end);
		return Words.capitalizeFirst(sentence, Words.lower(sentence));
	}

	/**
	 * Finds the first letters of sentences.
	 */
	private static final class SentenceStart {

		private boolean expected = true;

		private boolean ended;

		private int feeds;

		boolean isAt(int character) {
			if (Words.isWordCharacter(character)) {
				boolean first = this.expected && !Words.isMark(character);
				this.expected = this.expected && Words.isMark(character);
				this.ended = false;
				this.feeds = 0;
				return first;
			}
			if (character < Character.MIN_SUPPLEMENTARY_CODE_POINT && WhiteSpace.is((char) character)) {
				this.feeds += (character == '\n') ? 1 : 0;
				this.expected = this.expected || this.ended || this.feeds > 1;
			}
			else {
				this.feeds = 0;
				this.ended = UCharacter.hasBinaryProperty(character, UProperty.S_TERM)
						|| (this.ended && isClosing(character));
			}
			return false;
		}

		private static boolean isClosing(int character) {
			return character == '"' || character == '\'' || switch (Character.getType(character)) {
				case Character.END_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> true;
				default -> false;
			};
		}

	}

}
