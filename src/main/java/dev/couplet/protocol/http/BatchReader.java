package dev.couplet.protocol.http;

import java.util.ArrayList;
import java.util.List;

import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.Utf8;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

import org.springframework.http.HttpStatus;

/**
 * Reads {@code {"recipe": "...", "texts": ["...", ...]}}: both given once, in any order,
 * and nothing else.
 *
 * <p>
 * Token by token rather than bound to a class, so that the first thing out of place ends
 * it: no thousand-and-first text and no nested value is ever built.
 */
final class BatchReader {

	static final int MOST_TEXTS = 1000;

	// the limit of the body is what bounds a string
	private static final JsonFactory JSON = JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
		.build();

	private final JsonParser parser;

	private @Nullable String recipe;

	private @Nullable List<String> texts;

	private BatchReader(JsonParser parser) {
		this.parser = parser;
	}

	/**
	 * Reads a request.
	 * @param json the body
	 * @return the request
	 * @throws ProblemException where the body is not as said above
	 * @throws MalformedRecipeException where the recipe is not well-formed Unicode
	 */
	static BatchRequest read(String json) {
		try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
			return new BatchReader(parser).read();
		}
		catch (JacksonException ex) {
			// its message quotes the body
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
			throw malformed("something follows the JSON object");
		}
		if (this.recipe == null) {
			throw malformed("the body has no 'recipe'");
		}
		if (this.texts == null) {
			throw malformed("the body has no 'texts'");
		}
		return new BatchRequest(this.recipe, this.texts);
	}

	private void readField(String name) {
		switch (name) {
			case "recipe" -> {
				requireFirst(this.recipe, "'recipe' is given twice");
				this.recipe = readRecipe();
			}
			case "texts" -> {
				requireFirst(this.texts, "'texts' is given twice");
				this.texts = readTexts();
			}
			default -> throw malformed("the body has a field other than 'recipe' and 'texts'");
		}
	}

	private String readRecipe() {
		if (this.parser.nextToken() != JsonToken.VALUE_STRING) {
			throw malformed("'recipe' is not a string");
		}
		String value = this.parser.getString();
		if (!Utf8.isWellFormed(value)) {
			throw new MalformedRecipeException("the recipe is not well-formed Unicode");
		}
		return value;
	}

	private List<String> readTexts() {
		if (this.parser.nextToken() != JsonToken.START_ARRAY) {
			throw malformed("'texts' is not an array");
		}
		List<String> values = new ArrayList<>();
		while (this.parser.nextToken() != JsonToken.END_ARRAY) {
			if (this.parser.currentToken() != JsonToken.VALUE_STRING) {
				throw malformed("'texts' has something other than strings in it");
			}
			if (values.size() == MOST_TEXTS) {
				throw malformed("'texts' has more than " + MOST_TEXTS + " texts in it");
			}
			values.add(this.parser.getString());
		}
		return values;
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
