package dev.couplet.transform.library;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueTooLargeException;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Encodes JSON strings (RFC 8259, section 7), including the quotation marks.
 */
final class JsonString {

	private JsonString() {
	}

	/**
	 * Encodes a text.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return the JSON string, with escapes only where JSON requires them
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String encode(String text, SizeLimit limit) {
		limit.check(size(text));
		return encode(text);
	}

	/**
	 * Encodes a text that is short, or whose size is checked.
	 * @param text any text
	 * @return the JSON string
	 */
	static String encode(String text) {
		return '"' + (isPlain(text) ? text : new String(JsonStringEncoder.getInstance().quoteAsCharArray(text))) + '"';
	}

	private static boolean isPlain(String text) {
		int index = 0;
		while (index < text.length() && growth(text.charAt(index)) == 0) {
			index++;
		}
		return index == text.length();
	}

	/**
	 * Returns the size of a JSON string.
	 * @param text any text
	 * @return the size in bytes of UTF-8
	 */
	static long size(String text) {
		return Utf8.size(text) + "\"\"".length() + text.chars().mapToLong(JsonString::growth).sum();
	}

	private static int growth(int unit) {
		return switch (unit) {
			case '"', '\\', '\b', '\t', '\n', '\f', '\r' -> 1;
			default -> (unit < ' ') ? "\\u0000".length() - 1 : 0;
		};
	}

}
