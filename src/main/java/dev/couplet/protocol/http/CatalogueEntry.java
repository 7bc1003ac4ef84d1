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
 * A transform, as the catalogue shows it.
 *
 * @param name the name that a recipe calls it by
 * @param description what it does
 * @param parameters what it wants to be told, in the order in which a recipe gives them
 * @param example the transform at work; left out where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({ "name", "description", "parameters", "example" })
record CatalogueEntry(String name, String description, List<ParameterEntry> parameters,
		@Nullable ExampleEntry example) {

	static CatalogueEntry of(Transform transform) {
		return new CatalogueEntry(transform.name(), transform.description(),
				transform.parameters().stream().map(ParameterEntry::of).toList(), ExampleEntry.of(transform.example()));
	}

	/**
	 * A parameter of a transform.
	 *
	 * @param name its name
	 * @param type {@code integer} or {@code text}
	 * @param defaultValue its value where none is given; left out where it must be given
	 * @param min the least value, or the fewest characters
	 * @param max the greatest value, or the most characters
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@JsonPropertyOrder({ "name", "type", "default", "min", "max" })
	record ParameterEntry(String name, String type, @JsonProperty("default") @Nullable Object defaultValue, int min,
			int max) {

		static ParameterEntry of(Parameter<?> parameter) {
			return new ParameterEntry(parameter.name(), parameter.type(), parameter.defaultValue(), parameter.min(),
					parameter.max());
		}

	}

	/**
	 * A recipe with a text and what it makes of it.
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
