package dev.couplet.transform.library;

/**
 * Quotation marks of all languages.
 */
final class Quotes {

	private Quotes() {
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
