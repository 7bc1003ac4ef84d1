package dev.couplet.protocol.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.couplet.transform.Catalogue;
import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.NamedStep;
import dev.couplet.transform.Recipe;
import dev.couplet.transform.Utf8;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a recipe in JSON: a string, or an array of steps with named arguments, such as
 * {@code [{"name": "wrap", "arguments": {"width": 60}}]}. What stands in brackets is
 * {@code "recipe": [...]}.
 */
final class RecipeReader {

	private final JsonParser parser;

	private int steps;

	private RecipeReader(JsonParser parser) {
		this.parser = parser;
	}

	/**
	 * Reads a recipe.
	 * @param parser a parser at the first token of the recipe
	 * @param catalogue the transforms
	 * @return the recipe in its text form, which has not been parsed
	 * @throws MalformedRecipeException if it is neither a well-formed string nor an array
	 * of steps
	 * @throws dev.couplet.transform.TransformException if a step names an unknown
	 * transform or argument, or a required argument is missing
	 */
	static String read(JsonParser parser, Catalogue catalogue) {
		return switch (parser.currentToken()) {
			case VALUE_STRING -> wellFormed(parser.getString());
			case START_ARRAY -> catalogue.recipe(new RecipeReader(parser).readSteps("", 0)).text();
			case null, default -> throw malformed("the recipe is neither a string nor an array of steps");
		};
	}

	private List<NamedStep> readSteps(String prefix, int level) {
		if (level > Recipe.MAX_LEVELS) {
			throw malformed("a recipe has at most " + Recipe.MAX_LEVELS + " levels of brackets");
		}
		List<NamedStep> read = new ArrayList<>();
		while (this.parser.nextToken() != JsonToken.END_ARRAY) {
			this.steps++;
			if (this.steps > Recipe.MAX_STEPS) {
				throw malformed("a recipe has at most " + Recipe.MAX_STEPS + " steps, those in brackets included");
			}
			read.add(readStep(prefix + (read.size() + 1), level));
		}
		if (read.isEmpty()) {
			throw malformed("a recipe has at least one step");
		}
		return read;
	}

	private NamedStep readStep(String number, int level) {
		if (this.parser.currentToken() != JsonToken.START_OBJECT) {
			throw malformed("step %s of the recipe is not an object".formatted(number));
		}
		String name = null;
		Map<String, String> arguments = Map.of();
		List<NamedStep> brackets = null;
		Set<String> fields = new HashSet<>();
		while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String field = this.parser.currentName();
			JsonToken value = this.parser.nextToken();
			if (!fields.add(field)) {
				throw malformed("step %s of the recipe has a field twice".formatted(number));
			}
			if (field.equals("name")) {
				name = readName(number, value);
			}
			else if (field.equals("arguments")) {
				arguments = readArguments(number, value);
			}
			else if (field.equals("recipe")) {
				brackets = readBrackets(number, value, level + 1);
			}
			else {
				throw malformed("step %s of the recipe has a field that is not 'name', 'arguments' or 'recipe'"
					.formatted(number));
			}
		}
		if (name == null) {
			throw malformed("step %s of the recipe has no name".formatted(number));
		}
		return new NamedStep(name, arguments, brackets);
	}

	private String readName(String number, @Nullable JsonToken value) {
		if (value != JsonToken.VALUE_STRING) {
			throw malformed("in step %s of the recipe, 'name' is not a string".formatted(number));
		}
		return this.parser.getString();
	}

	private Map<String, String> readArguments(String number, @Nullable JsonToken value) {
		if (value != JsonToken.START_OBJECT) {
			throw malformed("in step %s of the recipe, 'arguments' is not an object".formatted(number));
		}
		Map<String, String> arguments = new HashMap<>();
		while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = this.parser.currentName();
			JsonToken argument = this.parser.nextToken();
			if (argument == null || !(argument == JsonToken.VALUE_STRING || argument.isNumeric())) {
				throw malformed(
						"in step %s of the recipe, an argument is neither a string nor a number".formatted(number));
			}
			if (arguments.put(name, wellFormed(this.parser.getString())) != null) {
				throw malformed("in step %s of the recipe, an argument occurs twice".formatted(number));
			}
		}
		return arguments;
	}

	private List<NamedStep> readBrackets(String number, @Nullable JsonToken value, int level) {
		if (value != JsonToken.START_ARRAY) {
			throw malformed("in step %s of the recipe, 'recipe' is not an array".formatted(number));
		}
		return readSteps(number + ".", level);
	}

	private static String wellFormed(String value) {
		if (!Utf8.isWellFormed(value)) {
			throw malformed("the recipe is not well-formed Unicode");
		}
		return value;
	}

	private static MalformedRecipeException malformed(String reason) {
		return new MalformedRecipeException(reason);
	}

}
