package dev.couplet.transform.library;

import java.util.List;

import dev.couplet.transform.SizeLimit;

/**
 * A part of a text that was found in it.
 *
 * @param start the index of its first UTF-16 code unit
 * @param end the index after the last one
 */
record Span(int start, int end) {

	String in(String text) {
		return text.substring(this.start, this.end);
	}

	/**
	 * Lists parts of a text.
	 * @param spans the parts
	 * @param text the text
	 * @param limit the maximum size of the list
	 * @return the parts with a line feed between them
	 */
	static String list(List<Span> spans, String text, SizeLimit limit) {
		LimitedBuilder lines = new LimitedBuilder(limit);
		for (Span span : spans) {
			lines.append(lines.isEmpty() ? "" : "\n").append(span.in(text));
		}
		return lines.toString();
	}

	/**
	 * Returns whether a character can be part of a word or number.
	 * @param text a text
	 * @param index an index, which may be the text's length
	 * @return whether there is a letter, a digit, a combining mark or an underscore
	 */
	static boolean isWordAt(String text, int index) {
		return index < text.length() && isWord(text.codePointAt(index));
	}

	static boolean isWordBefore(String text, int index) {
		return index > 0 && isWord(text.codePointBefore(index));
	}

	private static boolean isWord(int character) {
		return character == '_' || Words.isWordCharacter(character);
	}

}
