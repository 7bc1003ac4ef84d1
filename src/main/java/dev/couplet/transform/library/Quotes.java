package dev.couplet.transform.library;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Quotation marks, straight and curly.
 */
final class Quotes {

	private static final int GROWTH = 2;

	private Quotes() {
	}

	/**
	 * Replaces straight quotation marks by curly ones. A mark at the start of the text,
	 * or after white space, an opening bracket, a dash or another opening mark, becomes
	 * an opening mark. Any other becomes a closing mark or an apostrophe.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return the text with English curly marks
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String curl(String text, SizeLimit limit) {
		long straight = text.chars().filter((unit) -> unit == '"' || unit == '\'').count();
		limit.check(Utf8.size(text) + GROWTH * straight);
		StringBuilder result = new StringBuilder(text.length());
		boolean opens = true;
		for (int i = 0; i < text.length(); i++) {
			char unit = text.charAt(i);
			char mark = switch (unit) {
				case '"' -> opens ? '\u201C' : '\u201D';
				case '\'' -> opens ? '\u2018' : '\u2019';
				default -> unit;
			};
			result.append(mark);
			opens = opensNext(mark);
		}
		return result.toString();
	}

	private static boolean opensNext(char unit) {
		return WhiteSpace.is(unit) || switch (Character.getType(unit)) {
			case Character.START_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION -> true;
			case Character.DASH_PUNCTUATION -> unit != '-';
			default -> false;
		};
	}

	/**
	 * Replaces curly and angle quotation marks by straight ones.
	 * @param text any text
	 * @return the text with straight marks
	 */
	static String straighten(String text) {
		StringBuilder result = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char unit = text.charAt(i);
			char mark = switch (unit) {
				case '\u201C', '\u201D', '\u201E', '\u201F', '\u00AB', '\u00BB' -> '"';
				case '\u2018', '\u2019', '\u201A', '\u201B', '\u2039', '\u203A' -> '\'';
				default -> unit;
			};
			result.append(mark);
		}
		return result.toString();
	}

}
