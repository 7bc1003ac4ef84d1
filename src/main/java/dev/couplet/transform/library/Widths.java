package dev.couplet.transform.library;

import com.ibm.icu.text.Transliterator;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Full-width and half-width forms, as defined by ICU's transliterators. Their rules map
 * single characters, and a half-width kana with the voiced mark after it.
 */
final class Widths {

	private static final Transliterator WIDE = Transliterator.getInstance("Halfwidth-Fullwidth");

	private static final Transliterator NARROW = Transliterator.getInstance("Fullwidth-Halfwidth");

	private static final CharacterTable FULL = new CharacterTable(
			(character) -> WIDE.transliterate(Character.toString(character)));

	private static final CharacterTable HALF = new CharacterTable(
			(character) -> NARROW.transliterate(Character.toString(character)));

	private static final char VOICED = '\uFF9E';

	// by the half-width kana that has them
	private static final CharacterTable FULL_VOICED = new CharacterTable(
			(character) -> WIDE.transliterate(Character.toString(character) + VOICED));

	private static final char HALF_VOICED = '\uFF9F';

	private static final CharacterTable FULL_HALF_VOICED = new CharacterTable(
			(character) -> WIDE.transliterate(Character.toString(character) + HALF_VOICED));

	private Widths() {
	}

	/**
	 * Converts a text to full-width forms.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return the text; characters without a full-width form are left unchanged
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String full(String text, SizeLimit limit) {
		LimitedBuilder result = new LimitedBuilder(limit);
		for (int i = 0; i < text.length();) {
			int character = text.codePointAt(i);
			i += Character.charCount(character);
			char next = (i < text.length() && isKana(character)) ? text.charAt(i) : ' ';
			if (next == VOICED || next == HALF_VOICED) {
				result.append(((next == VOICED) ? FULL_VOICED : FULL_HALF_VOICED).get(character));
				i++;
			}
			else {
				result.append(FULL.get(character));
			}
		}
		return result.toString();
	}

	private static boolean isKana(int character) {
		return character >= '\uFF66' && character <= '\uFF9D';
	}

	/**
	 * Converts a text to half-width forms.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return the text; characters without a half-width form are left unchanged
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String half(String text, SizeLimit limit) {
		LimitedBuilder result = new LimitedBuilder(limit);
		text.codePoints().forEach((character) -> result.append(HALF.get(character)));
		return result.toString();
	}

}
