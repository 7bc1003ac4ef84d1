package dev.couplet.transform.library;

/**
 * Escape sequences of terminals (ECMA-48), with ESC or as characters from U+0080 to
 * U+009F.
 */
final class AnsiSequences {

	private static final char ESCAPE = '\u001B';

	private static final String STRING_STARTS = "P]X^_";

	// DCS, SOS, OSC, PM and APC
	private static final String STRING_CONTROLS = "\u0090\u0098\u009D\u009E\u009F";

	private static final char CONTROL_SEQUENCE = '\u009B';

	private static final char STRING_END = '\u009C';

	// a terminal gives up a string at CAN and SUB
	private static final String ENDS = "\u0007\u0018\u001A\u009C";

	private AnsiSequences() {
	}

	static String remove(String text) {
		StringBuilder result = new StringBuilder(text.length());
		int i = 0;
		while (i < text.length()) {
			int end = end(text, i);
			if (end == i) {
				result.append(text.charAt(i++));
			}
			else {
				i = end;
			}
		}
		return result.toString();
	}

	// the index itself if no sequence begins there
	private static int end(String text, int start) {
		char first = text.charAt(start);
		if (first == CONTROL_SEQUENCE) {
			return endOfControl(text, start + 1);
		}
		if (STRING_CONTROLS.indexOf(first) >= 0) {
			return endOfString(text, start + 1);
		}
		if (first == STRING_END) {
			return start + 1;
		}
		if (first != ESCAPE) {
			return start;
		}
		char second = (start + 1 < text.length()) ? text.charAt(start + 1) : ESCAPE;
		if (second == '[') {
			return endOfControl(text, start + 2);
		}
		if (STRING_STARTS.indexOf(second) >= 0) {
			return endOfString(text, start + 2);
		}
		int last = skip(text, start + 1, ' ', '/');
		return isIn(text, last, '0', '~') ? last + 1 : start + 1;
	}

	private static int endOfControl(String text, int start) {
		int last = skip(text, skip(text, start, '0', '?'), ' ', '/');
		return isIn(text, last, '@', '~') ? last + 1 : last;
	}

	// the string is searched only up to the next sequence, so that the time is linear
	private static int endOfString(String text, int start) {
		for (int i = start; i < text.length(); i++) {
			char unit = text.charAt(i);
			if (ENDS.indexOf(unit) >= 0) {
				return i + 1;
			}
			if (unit == ESCAPE) {
				return text.startsWith("\\", i + 1) ? i + 2 : start;
			}
			if (unit == CONTROL_SEQUENCE || STRING_CONTROLS.indexOf(unit) >= 0) {
				return start;
			}
		}
		return start;
	}

	private static int skip(String text, int start, char from, char to) {
		int end = start;
		while (isIn(text, end, from, to)) {
			end++;
		}
		return end;
	}

	private static boolean isIn(String text, int index, char from, char to) {
		return index < text.length() && text.charAt(index) >= from && text.charAt(index) <= to;
	}

}
