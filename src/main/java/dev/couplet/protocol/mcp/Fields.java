package dev.couplet.protocol.mcp;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The fields of an object in a request. Nothing is kept of those that are not strings but
 * that they exist: all parameters are strings.
 */
final class Fields {

	static final Fields NONE = new Fields();

	private static final int MAX_FIELDS = 32;

	// null for a value that is not a string
	private final Map<String, @Nullable String> values = new HashMap<>();

	/**
	 * Adds a field, and reads its value.
	 * @param parser a parser at the first token of the value
	 * @throws JsonRpcException if the object has more than 32 fields
	 */
	void add(JsonParser parser) {
		if (this.values.size() == MAX_FIELDS) {
			throw invalid("an object has more than " + MAX_FIELDS + " fields");
		}
		boolean string = parser.currentToken() == JsonToken.VALUE_STRING;
		this.values.put(parser.currentName(), string ? parser.getString() : null);
		parser.skipChildren();
	}

	/**
	 * Returns the value of an optional field.
	 * @param name its name
	 * @return the value, or null if it is missing
	 * @throws JsonRpcException if it is not a string
	 */
	@Nullable String get(String name) {
		String value = this.values.get(name);
		if (value == null && this.values.containsKey(name)) {
			throw invalid("'" + name + "' is not a string");
		}
		return value;
	}

	/**
	 * Returns the value of a required field.
	 * @param name its name
	 * @return the value
	 * @throws JsonRpcException if it is missing or not a string
	 */
	String require(String name) {
		String value = get(name);
		if (value == null) {
			throw invalid("'" + name + "' is missing");
		}
		return value;
	}

	/**
	 * Checks that there are no other fields.
	 * @param names the names of the fields that there may be
	 * @throws JsonRpcException if there is another
	 */
	void requireOnly(Set<String> names) {
		if (!names.containsAll(this.values.keySet())) {
			throw invalid("there is an argument that is not " + String.join(" or ", names.stream().sorted().toList()));
		}
	}

	private static JsonRpcException invalid(String message) {
		return new JsonRpcException(JsonRpcException.INVALID_PARAMS, message);
	}

}
