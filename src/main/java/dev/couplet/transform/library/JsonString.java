package dev.couplet.transform.library;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TextRefusedException;
import dev.couplet.transform.TextTooLargeException;
import dev.couplet.transform.Utf8;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/**
 * A text as a string literal of JSON (RFC 8259, section 7), quotation marks included.
 */
final class JsonString {

	// the text's own limit is the only one that counts
	private static final JsonFactory JSON = JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
		.build();

	private JsonString() {
	}

	/**
	 * Writes a literal.
	 * @param text any text
	 * @param limit what the literal may come to
	 * @return the literal, with escapes where JSON demands them and nowhere else
	 * @throws TextTooLargeException where the literal would be over the limit
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
	 * Reads a literal.
	 * @param json one literal and, around it, nothing but JSON's white space
	 * @return the text that it stands for
	 * @throws TextRefusedException where it is not, or has half a surrogate pair in it
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
			// its message quotes the text: ours must not
		}
		throw new TextRefusedException("the text is not one string literal of JSON");
	}

}
