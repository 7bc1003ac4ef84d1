package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.couplet.transform.ValueRefusedException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON (RFC 8259). Refuses duplicate keys, unpaired surrogates and deep nesting, as
 * other readers differ about them.
 */
final class JsonReader {

	static final int MAX_DEPTH = 100;

	// the size of the text is limited already, and numbers are never converted. A table
	// of
	// keys would be shared by all callers
	private static final JsonFactory JSON = JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder()
			.maxNestingDepth(2 * MAX_DEPTH)
			.maxNumberLength(Integer.MAX_VALUE)
			.maxNameLength(Integer.MAX_VALUE)
			.maxStringLength(Integer.MAX_VALUE)
			.build())
		.disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
		.build();

	private final String text;

	private final JsonParser parser;

	// without escapes, a string is as well-formed as the text
	private final boolean escaped;

	private JsonReader(String text, JsonParser parser) {
		this.text = text;
		this.parser = parser;
		this.escaped = text.contains("\\u");
	}

	/**
	 * Reads a text that is one JSON value.
	 * @param text the text
	 * @return the value
	 * @throws ValueRefusedException if the text is not one JSON value
	 */
	static JsonTree read(String text) {
		List<JsonTree> values = readAll(text);
		if (values.isEmpty()) {
			throw new ValueRefusedException("the text is empty, and not JSON");
		}
		if (values.size() > 1) {
			throw TextPosition.refusal("more after the JSON value,", text, values.get(1).at(),
					"put json-lines-to-json first if it is JSON Lines");
		}
		return values.getFirst();
	}

	/**
	 * Reads a text that is any number of JSON values with white space between them.
	 * @param text the text
	 * @return the values
	 * @throws ValueRefusedException if the text is not JSON
	 */
	static List<JsonTree> readAll(String text) {
		try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
			JsonReader reader = new JsonReader(text, parser);
			List<JsonTree> values = new ArrayList<>();
			while (parser.nextToken() != null) {
				values.add(reader.value(1));
			}
			return values;
		}
		catch (JacksonException ex) {
			throw (ex instanceof UnexpectedEndOfInputException)
					? TextPosition.refusal("the JSON is cut off", text, text.length(), "")
					: JsonFault.refusal(text, index(ex.getLocation(), text));
		}
	}

	private static int index(TokenStreamLocation location, String text) {
		long index = (location != null) ? location.getCharOffset() : 0;
		return Math.clamp(index, 0, text.length());
	}

	private int start() {
		return index(this.parser.currentTokenLocation(), this.text);
	}

	private JsonTree value(int depth) {
		int at = start();
		if (depth > MAX_DEPTH && this.parser.currentToken().isStructStart()) {
			throw TextPosition.refusal("more than " + MAX_DEPTH + " levels of JSON", this.text, at, "");
		}
		return switch (this.parser.currentToken()) {
			case START_OBJECT -> new JsonTree.Members(members(depth), at);
			case START_ARRAY -> new JsonTree.Elements(elements(depth), at);
			case VALUE_STRING -> new JsonTree.Text(wellFormed(this.parser.getString(), at), at);
			default -> new JsonTree.Literal(this.parser.getString(), at);
		};
	}

	private List<JsonTree> elements(int depth) {
		List<JsonTree> elements = new ArrayList<>();
		while (this.parser.nextToken() != JsonToken.END_ARRAY) {
			elements.add(value(depth + 1));
		}
		return elements;
	}

	private Map<String, JsonTree> members(int depth) {
		Map<String, JsonTree> members = new LinkedHashMap<>();
		while (this.parser.nextToken() != JsonToken.END_OBJECT) {
			int at = start();
			String key = wellFormed(this.parser.currentName(), at);
			this.parser.nextToken();
			if (members.put(key, value(depth + 1)) != null) {
				throw TextPosition.refusal("a key that the object already has", this.text, at, "");
			}
		}
		return members;
	}

	private String wellFormed(String string, int at) {
		if (this.escaped && string.codePoints()
			.anyMatch((character) -> character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)) {
			throw TextPosition.refusal("half of a surrogate pair in the JSON string", this.text, at, "");
		}
		return string;
	}

}
