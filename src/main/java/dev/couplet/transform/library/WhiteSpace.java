package dev.couplet.transform.library;

import com.ibm.icu.lang.UCharacter;

/**
 * White space as defined by the Unicode property White_Space, which includes line breaks
 * and no-break spaces.
 */
final class WhiteSpace {

	// the others are not White_Space
	private static final String NO_BREAK = "\u00A0\u2007\u202F";

	private WhiteSpace() {
	}

	/**
	 * Returns whether a code unit is white space. All white space is in the Basic
	 * Multilingual Plane.
	 * @param unit a UTF-16 code unit
	 * @return whether it is white space
	 */
	static boolean is(char unit) {
		return UCharacter.isUWhiteSpace(unit);
	}

	/**
	 * Returns whether a line may be broken at a code unit.
	 * @param unit a UTF-16 code unit
	 * @return whether it is white space, but not a no-break space
	 */
	static boolean isBreakable(char unit) {
		return is(unit) && NO_BREAK.indexOf(unit) < 0;
	}

	static boolean isAll(String text) {
		return end(text) == 0;
	}

	static String trim(String text) {
		int end = end(text);
		int start = 0;
		while (start < end && is(text.charAt(start))) {
			start++;
		}
		return text.substring(start, end);
	}

	static String remove(String text) {
		StringBuilder result = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			if (!is(text.charAt(i))) {
				result.append(text.charAt(i));
			}
		}
		return result.toString();
	}

	static String collapse(String text) {
		StringBuilder result = new StringBuilder(text.length());
		boolean inside = false;
		for (int i = 0; i < text.length(); i++) {
			char unit = text.charAt(i);
			boolean white = is(unit);
			if (!white) {
				result.append(unit);
			}
			else if (!inside) {
				result.append(' ');
			}
			inside = white;
		}
		return result.toString();
	}

	private static int end(String text) {
		int end = text.length();
		while (end > 0 && is(text.charAt(end - 1))) {
			end--;
		}
		return end;
	}

}
