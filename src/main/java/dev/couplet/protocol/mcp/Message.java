package dev.couplet.protocol.mcp;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A message of a client: a request, a notification or a response (JSON-RPC 2.0). Reading
 * it keeps only the fields that requests have here.
 */
final class Message {

	private static final int MAX_ID_LENGTH = 256;

	private @Nullable RequestId id;

	private @Nullable String version;

	private @Nullable String method;

	private boolean response;

	private Fields params = Fields.NONE;

	private Fields arguments = Fields.NONE;

	private Message() {
	}

	/**
	 * Reads a message.
	 * @param json the message
	 * @return the message
	 * @throws JsonRpcException if it is not one
	 */
	static Message read(byte[] json) {
		try (JsonParser parser = Json.parser(json)) {
			Message message = new Message();
			message.read(parser);
			return message;
		}
		catch (JacksonException ex) {
			// without the message, which quotes what the client sent
			throw new JsonRpcException(JsonRpcException.PARSE_ERROR, "the message is not well-formed JSON");
		}
	}

	private void read(JsonParser parser) {
		JsonToken first = parser.nextToken();
		if (first == null) {
			throw new JsonRpcException(JsonRpcException.PARSE_ERROR, "the message is empty");
		}
		if (first == JsonToken.START_ARRAY) {
			throw invalid("batches are not supported; send each message on its own");
		}
		if (first != JsonToken.START_OBJECT) {
			throw invalid("the message is not a JSON object");
		}
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			readField(name, parser.nextToken(), parser);
		}
		if (parser.nextToken() != null) {
			throw invalid("the message is followed by more data");
		}
		if (!"2.0".equals(this.version)) {
			throw invalid("'jsonrpc' is not \"2.0\"");
		}
		if (this.method == null && !this.response) {
			throw invalid("'method' is missing");
		}
	}

	private void readField(String name, JsonToken value, JsonParser parser) {
		boolean string = value == JsonToken.VALUE_STRING;
		if (name.equals("jsonrpc") && string) {
			this.version = parser.getString();
		}
		else if (name.equals("method") && string) {
			this.method = parser.getString();
		}
		else if (name.equals("id")) {
			this.id = readId(value, parser);
		}
		else if (name.equals("params") && value == JsonToken.START_OBJECT) {
			this.params = readParams(parser);
		}
		else {
			this.response |= name.equals("result") || name.equals("error");
			parser.skipChildren();
		}
	}

	private static RequestId readId(JsonToken value, JsonParser parser) {
		boolean number = value == JsonToken.VALUE_NUMBER_INT;
		if (!number && value != JsonToken.VALUE_STRING) {
			throw invalid("'id' is neither a string nor an integer");
		}
		String text = parser.getString();
		if (text.length() > MAX_ID_LENGTH) {
			throw invalid("'id' is longer than " + MAX_ID_LENGTH + " characters");
		}
		return new RequestId(text, number);
	}

	private Fields readParams(JsonParser parser) {
		Fields read = new Fields();
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			boolean nested = parser.nextToken() == JsonToken.START_OBJECT && parser.currentName().equals("arguments");
			if (nested) {
				this.arguments = readArguments(parser);
			}
			else {
				read.add(parser);
			}
		}
		return read;
	}

	private static Fields readArguments(JsonParser parser) {
		Fields read = new Fields();
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			parser.nextToken();
			read.add(parser);
		}
		return read;
	}

	private static JsonRpcException invalid(String reason) {
		return new JsonRpcException(JsonRpcException.INVALID_REQUEST, reason);
	}

	/**
	 * Returns the id.
	 * @return the id, or null for a notification
	 */
	@Nullable RequestId id() {
		return this.id;
	}

	/**
	 * Returns the method.
	 * @return the method, or null for a response
	 */
	@Nullable String method() {
		return this.method;
	}

	Fields params() {
		return this.params;
	}

	/**
	 * Returns the object {@code arguments} in the parameters.
	 * @return its fields, none if it is missing
	 */
	Fields arguments() {
		return this.arguments;
	}

}
