package dev.couplet.protocol.http;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import dev.couplet.transform.Catalogue;
import dev.couplet.transform.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

import org.springframework.http.HttpStatus;

/**
 * Reads a batch: {@code {"recipe": "...", "texts": ["...", {"base64": "..."}, ...]}}. The
 * recipe can also be an array of steps: see {@link RecipeReader}. Both fields are
 * required, in any order, and there are no others.
 *
 * <p>
 * It reads tokens instead of binding a class, so that it stops at the first error, and
 * builds neither excess values nor nested values.
 */
final class BatchReader {

	static final int MAX_TEXTS = 1000;

	// strings are limited by the size of the body
	private static final JsonFactory JSON = JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
		.build();

	private final JsonParser parser;

	private final Catalogue catalogue;

	private @Nullable String recipe;

	private @Nullable List<Value> values;

	private BatchReader(JsonParser parser, Catalogue catalogue) {
		this.parser = parser;
		this.catalogue = catalogue;
	}

	/**
	 * Reads a request.
	 * @param json the body
	 * @param catalogue the transforms
	 * @return the request
	 * @throws ProblemException if the body is malformed
	 * @throws dev.couplet.transform.TransformException if the recipe is invalid
	 */
	static BatchRequest read(String json, Catalogue catalogue) {
		try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
			return new BatchReader(parser, catalogue).read();
		}
		catch (JacksonException ex) {
			// without the message, which quotes the body
			throw malformed("the body is not well-formed JSON");
		}
	}

	private BatchRequest read() {
		if (this.parser.nextToken() != JsonToken.START_OBJECT) {
			throw malformed("the body is not a JSON object");
		}
		while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
			readField(this.parser.currentName());
		}
		if (this.parser.nextToken() != null) {
			throw malformed("the JSON object is followed by more data");
		}
		if (this.recipe == null) {
			throw malformed("'recipe' is missing");
		}
		if (this.values == null) {
			throw malformed("'texts' is missing");
		}
		return new BatchRequest(this.recipe, this.values);
	}

	private void readField(String name) {
		switch (name) {
			case "recipe" -> {
				requireFirst(this.recipe, "'recipe' occurs twice");
				this.parser.nextToken();
				this.recipe = RecipeReader.read(this.parser, this.catalogue);
			}
			case "texts" -> {
				requireFirst(this.values, "'texts' occurs twice");
				this.values = readValues();
			}
			default -> throw malformed("the body has a field that is not 'recipe' or 'texts'");
		}
	}

	private List<Value> readValues() {
		if (this.parser.nextToken() != JsonToken.START_ARRAY) {
			throw malformed("'texts' is not an array");
		}
		List<Value> read = new ArrayList<>();
		while (this.parser.nextToken() != JsonToken.END_ARRAY) {
			if (read.size() == MAX_TEXTS) {
				throw malformed("'texts' contains more than " + MAX_TEXTS + " texts");
			}
			read.add(readValue(read.size()));
		}
		return read;
	}

	private Value readValue(int index) {
		if (this.parser.currentToken() == JsonToken.VALUE_STRING) {
			return Value.of(this.parser.getString());
		}
		boolean bytes = this.parser.currentToken() == JsonToken.START_OBJECT
				&& this.parser.nextToken() == JsonToken.PROPERTY_NAME && this.parser.currentName().equals("base64")
				&& this.parser.nextToken() == JsonToken.VALUE_STRING;
		if (!bytes) {
			throw malformed("texts[%s] is neither a string nor an object with the string 'base64'".formatted(index));
		}
		Value value = Value.of(decode(this.parser.getString(), index));
		if (this.parser.nextToken() != JsonToken.END_OBJECT) {
			throw malformed("texts[%s] has more than the field 'base64'".formatted(index));
		}
		return value;
	}

	private static byte[] decode(String base64, int index) {
		try {
			return Base64.getDecoder().decode(base64);
		}
		catch (IllegalArgumentException ex) {
			throw malformed("texts[%s] is not base64 (RFC 4648, on one line)".formatted(index));
		}
	}

	private static void requireFirst(@Nullable Object before, String detail) {
		if (before != null) {
			throw malformed(detail);
		}
	}

	private static ProblemException malformed(String detail) {
		return new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "malformed-batch", "Malformed batch", detail));
	}

}
