package dev.couplet.transform.library;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Replaces characters of a text by escapes.
 */
@FunctionalInterface
interface Escaping {

	/**
	 * Returns the escape for a character.
	 * @param character the character
	 * @param text the text
	 * @param index the index of the character in the text
	 * @return the escape, or an empty string for a character that stays as it is
	 */
	String escape(int character, String text, int index);

	/**
	 * Escapes a text.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return the text with its escapes
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	default String apply(String text, SizeLimit limit) {
		LimitedBuilder result = new LimitedBuilder(limit);
		int end = 0;
		int i = 0;
		while (i < text.length()) {
			int character = text.codePointAt(i);
			String escape = escape(character, text, i);
			int next = i + Character.charCount(character);
			if (!escape.isEmpty()) {
				result.append(text.substring(end, i)).append(escape);
				end = next;
			}
			i = next;
		}
		return result.append(text.substring(end)).toString();
	}

}
