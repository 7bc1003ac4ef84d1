package dev.couplet.transform.library;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/**
 * Encodes and decodes JSON strings (RFC 8259, section 7), including the quotation marks.
 */
final class JsonString {

	// the size of a text is limited elsewhere
	private static final JsonFactory JSON = JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
		.build();

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

	/**
	 * Decodes a JSON string.
	 * @param json one JSON string, optionally surrounded by JSON white space
	 * @return the decoded text
	 * @throws ValueRefusedException if it is not a JSON string, or contains an unpaired
	 * surrogate
	 */
	static String decode(String json) {
		try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
			if (parser.nextToken() == JsonToken.VALUE_STRING) {
				String text = parser.getString();
				if (parser.nextToken() == null && Utf8.isWellFormed(text)) {
					return text;
				}
			}
		}
		catch (JacksonException ex) {
			// not used as the cause, because its message quotes the text
		}
		throw new ValueRefusedException("the text is not a single JSON string");
	}

}
