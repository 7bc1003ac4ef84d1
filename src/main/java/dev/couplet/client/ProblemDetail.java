package dev.couplet.client;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the reason from a problem (RFC 9457). It is in a class of its own so that no JSON
 * parser is loaded unless there is a problem.
 */
final class ProblemDetail {

	private ProblemDetail() {
	}

	/**
	 * Returns the member {@code detail}.
	 * @param problem the problem in JSON
	 * @return its text, empty if there is none, or if it is not valid JSON
	 */
	static String of(byte[] problem) {
		try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), problem)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				return "";
			}
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				boolean detail = parser.currentName().equals("detail");
				JsonToken value = parser.nextToken();
				if (detail && value == JsonToken.VALUE_STRING) {
					return parser.getString();
				}
				parser.skipChildren();
			}
			return "";
		}
		catch (JacksonException ex) {
			return "";
		}
	}

}
