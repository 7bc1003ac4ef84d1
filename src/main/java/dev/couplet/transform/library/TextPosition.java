package dev.couplet.transform.library;

import dev.couplet.transform.ValueRefusedException;

/**
 * A place in a text, for the reasons why a value is refused.
 */
final class TextPosition {

	private TextPosition() {
	}

	/**
	 * Refuses a text.
	 * @param what what is wrong
	 * @param text the text
	 * @param index the index of the UTF-16 code unit where it is wrong
	 * @param remedy what to do, or an empty string
	 * @return the exception to throw
	 */
	static ValueRefusedException refusal(String what, String text, int index, String remedy) {
		return new ValueRefusedException(what + " at " + of(text, index) + (remedy.isEmpty() ? "" : "; " + remedy));
	}

	/**
	 * Describes a place.
	 * @param text the text
	 * @param index the index of a UTF-16 code unit
	 * @return the line and the column, both from 1; columns are characters
	 */
	static String of(String text, int index) {
		int end = Math.min(index, text.length());
		int start = text.lastIndexOf('\n', end - 1) + 1;
		long line = 1 + text.substring(0, start).chars().filter((unit) -> unit == '\n').count();
		return "line " + line + ", column " + (text.codePointCount(start, end) + 1);
	}

}
