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
		limit.check(Utf8.size(text) + "\"\"".length() + text.chars().mapToLong(JsonString::growth).sum());
		return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
	}

	private static int growth(int unit) {
		return switch (unit) {
			case '"', '\\', '\b', '\t', '\n', '\f', '\r' -> 1;
			default -> (unit < ' ') ? "\\u0000".length() - 1 : 0;
		};
	}

}
