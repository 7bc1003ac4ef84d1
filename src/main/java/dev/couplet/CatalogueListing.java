package dev.couplet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.couplet.client.command.CompletedTransform;
import dev.couplet.client.command.ListedTransform;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.Example;
import dev.couplet.transform.Kind;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.Recipe;
import dev.couplet.transform.Transform;
import org.jspecify.annotations.Nullable;

/**
 * Describes transforms for the command line.
 */
final class CatalogueListing {

	private CatalogueListing() {
	}

	/**
	 * Searches a catalogue.
	 * @param catalogue the catalogue
	 * @param query the name of a transform, words to search for, or nothing
	 * @return the transforms found; one with all that is known of it if the query is its
	 * name
	 */
	static List<ListedTransform> search(Catalogue catalogue, String query) {
		for (Transform transform : catalogue.transforms()) {
			if (transform.name().equals(query)) {
				return List.of(listed(transform, notes(transform)));
			}
		}
		return catalogue.search(query).stream().map((transform) -> listed(transform, List.of())).toList();
	}

	/**
	 * Lists a catalogue for the completion in shells.
	 * @param catalogue the catalogue
	 * @return all transforms
	 */
	static List<CompletedTransform> completed(Catalogue catalogue) {
		return catalogue.transforms()
			.stream()
			.map((transform) -> new CompletedTransform(transform.name(),
					transform.parameters().stream().map(CatalogueListing::choices).toList()))
			.toList();
	}

	private static List<String> choices(Parameter<?> parameter) {
		return parameter.choices().stream().map(CatalogueListing::written).toList();
	}

	// as it is written in a recipe
	private static String written(String argument) {
		return Recipe.of("x", argument).text().substring("x=".length());
	}

	private static List<String> notes(Transform transform) {
		List<String> notes = new ArrayList<>();
		notes.add("Category: " + transform.category());
		if (!transform.synonyms().isEmpty()) {
			notes.add("In other tools: " + String.join(", ", transform.synonyms()));
		}
		Example example = transform.example();
		if (example != null) {
			notes.add("Example: %s makes of".formatted(example.recipe()));
			example.text().lines().map((line) -> "    " + line).forEach(notes::add);
			notes.add("this:");
			example.result().lines().map((line) -> "    " + line).forEach(notes::add);
		}
		return notes;
	}

	private static ListedTransform listed(Transform transform, List<String> notes) {
		Stream<String> parameters = transform.parameters().stream().map(CatalogueListing::describe);
		Stream<String> brackets = transform.hasBrackets() ? Stream.of("in brackets: a recipe") : Stream.empty();
		return new ListedTransform(transform.name(), kinds(transform), Stream.concat(parameters, brackets).toList(),
				transform.description(), notes);
	}

	private static @Nullable String kinds(Transform transform) {
		if (transform.takes() == Kind.TEXT && transform.gives() == Kind.TEXT) {
			return null;
		}
		return "Takes %s and gives %s.".formatted(noun(transform.takes()), noun(transform.gives()));
	}

	private static String noun(Kind<?> kind) {
		return (kind == Kind.TEXT) ? "a text" : kind.name();
	}

	private static String describe(Parameter<?> parameter) {
		if (!parameter.choices().isEmpty()) {
			return "%s: one of %s, default '%s'".formatted(parameter.name(), String.join(", ", parameter.choices()),
					parameter.defaultValue());
		}
		boolean integer = parameter.type().equals("integer");
		String described = (integer ? "%s: a whole number from %s to %s" : "%s: a text of %s to %s characters")
			.formatted(parameter.name(), parameter.min(), parameter.max());
		Object value = parameter.defaultValue();
		if (value == null) {
			return described;
		}
		return described + (integer ? ", default %s" : ", default '%s'").formatted(value);
	}

}
