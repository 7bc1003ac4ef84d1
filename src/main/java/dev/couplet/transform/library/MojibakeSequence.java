package dev.couplet.transform.library;

import org.jspecify.annotations.Nullable;

/**
 * Characters of windows-1252 or ISO 8859-1 whose bytes are one character in UTF-8.
 *
 * @param start the index of its first character
 * @param end the index after its last character
 * @param character the character that the bytes are in UTF-8
 */
record MojibakeSequence(int start, int end, int character) {

	private static final int[] FIRST_OF_LENGTH = { 0, 0, 0x80, 0x800, 0x10000 };

	// what correct text can have after a letter, but not between two
	private static final String CLOSING = "\u201D\u00BB\u203A\u2122\u00AE\u00A9\u00B0\u00AA\u00BA\u00B9\u00B2\u00B3";

	// what correct text can have between two letters
	private static final String BETWEEN = "\u2026\u2019\u2018\u201C\u00AB\u2039\u2013\u2014\u00B7\u2022\u2020\u2021\u00A7"
			+ "\u00A0\u00AD";

	private static final String LETTERS = "\u0161\u017E\u0153\u0160\u017D\u0152\u0178";

	// letters of languages without the letters above
	private static final String NOT_BEFORE_LETTERS = "\u00C2\u00C3\u00C5\u00C6\u00C7\u00D0\u00D1\u00DE\u00F0";

	// the multiplication sign, the sign for a diameter, and the last letter of many words
	private static final String OFTEN_CORRECT = "\u00D7\u00D8\u00DF";

	// begin the bytes of U+0080 to U+00FF, and are rarely words
	private static final String MOST_LIKELY = "\u00C2\u00C3";

	/**
	 * Finds a sequence.
	 * @param text a text
	 * @param start the index of the first character
	 * @return the sequence, or null if there is none
	 */
	static @Nullable MojibakeSequence at(String text, int start) {
		int lead = octet(text, start);
		int length = (lead >= 0xF0) ? 4 : (lead >= 0xE0) ? 3 : 2;
		if (lead < 0xC2 || lead > 0xF4) {
			return null;
		}
		int decoded = lead & (0xFF >> (length + 1));
		for (int i = start + 1; i < start + length; i++) {
			int octet = octet(text, i);
			if (octet < 0x80 || octet > 0xBF) {
				return null;
			}
			decoded = (decoded << 6) | (octet & 0x3F);
		}
		boolean surrogate = decoded >= Character.MIN_SURROGATE && decoded <= Character.MAX_SURROGATE;
		boolean valid = decoded >= FIRST_OF_LENGTH[length] && decoded <= Character.MAX_CODE_POINT && !surrogate;
		return valid ? new MojibakeSequence(start, start + length, decoded) : null;
	}

	// 0 if it is ASCII or in neither charset
	private static int octet(String text, int index) {
		char unit = (index < text.length()) ? text.charAt(index) : 0;
		if (unit <= 0xFF) {
			return (unit >= 0x80) ? unit : 0;
		}
		int place = (unit <= '\u2122') ? HtmlEscapes.WINDOWS_1252.indexOf(unit) : -1;
		return (place >= 0) ? 0x80 + place : 0;
	}

	/**
	 * Returns whether it starts with a sharp s, and so would be a letter of N'Ko, which
	 * is much rarer than such a word before a quotation mark.
	 * @param text the text that it is in
	 * @return whether it is to be mended only in a row
	 */
	boolean startsWithSharpS(String text) {
		return text.charAt(this.start) == '\u00DF';
	}

	/**
	 * Returns whether correct text can have the characters.
	 * @param text the text that they are in
	 * @return false if they were certainly UTF-8
	 */
	boolean canBeCorrect(String text) {
		char lead = text.charAt(this.start);
		boolean first = this.start == 0;
		char before = first ? ' ' : text.charAt(this.start - 1);
		char after = (this.end < text.length()) ? text.charAt(this.end) : ' ';
		if (OFTEN_CORRECT.indexOf(lead) >= 0) {
			return true;
		}
		boolean punctuation = isPunctuation(text);
		boolean closed = punctuation
				&& (BETWEEN.indexOf(text.charAt(this.end - 1)) >= 0 || !Character.isLetterOrDigit(after));
		if (lead == '\u00E2') {
			// of the bytes of most symbols, and rarely the end of a word
			return (closed || text.charAt(this.start + 1) == '\u00A0') && Character.isLetter(before);
		}
		if (!closed && !isBetween(lead, text.charAt(this.start + 1))) {
			return false;
		}
		if (lead >= '\u00E0') {
			return true;
		}
		if (MOST_LIKELY.indexOf(lead) >= 0 && !Character.isLetter(before)) {
			return before >= 0x80 && punctuation && !Character.isLetterOrDigit(after);
		}
		return !Character.isLowerCase(before);
	}

	private boolean isPunctuation(String text) {
		for (int i = this.start + 1; i < this.end; i++) {
			if (CLOSING.indexOf(text.charAt(i)) < 0 && BETWEEN.indexOf(text.charAt(i)) < 0) {
				return false;
			}
		}
		return true;
	}

	private static boolean isBetween(char lead, char unit) {
		// an angstrom, plus or minus another
		boolean angstrom = lead == '\u00C5' && unit == '\u00B1';
		boolean letter = LETTERS.indexOf(unit) >= 0 && NOT_BEFORE_LETTERS.indexOf(lead) < 0;
		return BETWEEN.indexOf(unit) >= 0 || letter || angstrom;
	}

}
