package dev.couplet.protocol.http;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.couplet.transform.Example;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import org.jspecify.annotations.Nullable;

/**
 * A transform in the catalogue.
 *
 * @param name the name in recipes
 * @param category the subject under which it is listed
 * @param synonyms its names in other tools, which are not valid in a recipe; omitted if
 * there are none
 * @param description what it does
 * @param takes {@code text} or {@code bytes}
 * @param gives {@code text} or {@code bytes}
 * @param brackets true if it runs a recipe in brackets; omitted otherwise
 * @param parameters the parameters, in the order of the arguments in a recipe
 * @param example an example; omitted if there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({ "name", "category", "synonyms", "description", "takes", "gives", "brackets", "parameters",
		"example" })
record CatalogueEntry(String name, String category, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> synonyms,
		String description, String takes, String gives, @Nullable Boolean brackets, List<ParameterEntry> parameters,
		@Nullable ExampleEntry example) {

	static CatalogueEntry of(Transform transform) {
		return new CatalogueEntry(transform.name(), transform.category(), transform.synonyms(), transform.description(),
				transform.takes().name(), transform.gives().name(), transform.hasBrackets() ? true : null,
				transform.parameters().stream().map(ParameterEntry::of).toList(), ExampleEntry.of(transform.example()));
	}

	/**
	 * A parameter of a transform.
	 *
	 * @param name its name
	 * @param type the name of its type
	 * @param defaultValue the default value; omitted if the parameter is required
	 * @param min the minimum value, or the minimum number of characters
	 * @param max the maximum value, or the maximum number of characters
	 * @param choices the words that it can be; omitted if it is not a choice
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@JsonPropertyOrder({ "name", "type", "default", "min", "max", "choices" })
	record ParameterEntry(String name, String type, @JsonProperty("default") @Nullable Object defaultValue, int min,
			int max, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> choices) {

		static ParameterEntry of(Parameter<?> parameter) {
			return new ParameterEntry(parameter.name(), parameter.type(), parameter.defaultValue(), parameter.min(),
					parameter.max(), parameter.choices());
		}

	}

	/**
	 * A recipe with a text and its result.
	 *
	 * @param recipe the recipe
	 * @param text the text
	 * @param result the result
	 */
	@JsonPropertyOrder({ "recipe", "text", "result" })
	record ExampleEntry(String recipe, String text, String result) {

		static @Nullable ExampleEntry of(@Nullable Example example) {
			return (example != null) ? new ExampleEntry(example.recipe(), example.text(), example.result()) : null;
		}

	}

}
