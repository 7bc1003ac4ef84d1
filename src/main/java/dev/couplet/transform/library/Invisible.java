package dev.couplet.transform.library;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/**
 * Characters that are not seen.
 */
final class Invisible {

	private static final int KEYCAP = 0x20E3;

	private static final int JOINER = 0x200D;

	private static final int FIRST_PRESENTATION_SELECTOR = 0xFE0E;

	private static final int LAST_PRESENTATION_SELECTOR = 0xFE0F;

	// tabs, and all line ends of UAX #14 that are control characters
	private static final String KEPT_CONTROLS = "\t\n\u000B\f\r\u0085";

	private Invisible() {
	}

	static String remove(String text) {
		StringBuilder result = new StringBuilder(text.length());
		int before = -1;
		int i = 0;
		while (i < text.length()) {
			int character = text.codePointAt(i);
			i += Character.charCount(character);
			int after = (i < text.length()) ? text.codePointAt(i) : -1;
			if (!isInvisible(character) || isPartOfEmoji(character, before, after)) {
				result.appendCodePoint(character);
				before = character;
			}
		}
		return result.toString();
	}

	private static boolean isInvisible(int character) {
		boolean control = Character.getType(character) == Character.CONTROL;
		return control ? KEPT_CONTROLS.indexOf(character) < 0
				: UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
						|| (character >= '\uFFF9' && character <= '\uFFFB');
	}

	private static boolean isPartOfEmoji(int character, int before, int after) {
		if (character == JOINER) {
			return (isEmoji(before) || before == LAST_PRESENTATION_SELECTOR) && after >= 0
					&& UCharacter.hasBinaryProperty(after, UProperty.EXTENDED_PICTOGRAPHIC);
		}
		return character >= FIRST_PRESENTATION_SELECTOR && character <= LAST_PRESENTATION_SELECTOR
				&& (isEmoji(before) || after == KEYCAP);
	}

	private static boolean isEmoji(int character) {
		// digits have the property too, for keycaps
		return character >= 0x80 && UCharacter.hasBinaryProperty(character, UProperty.EMOJI);
	}

}
