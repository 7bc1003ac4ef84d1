package dev.couplet.client.command;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A transform as listed by {@code transforms}.
 *
 * @param name the transform's name
 * @param kinds a sentence on what it takes and gives, or null if both are a text
 * @param parameters one line for each parameter, in the order of the arguments in a
 * recipe, and for a recipe in brackets
 * @param description one or two sentences
 * @param notes more lines, for a transform that is listed alone
 */
public record ListedTransform(String name, @Nullable String kinds, List<String> parameters, String description,
		List<String> notes) {

	public ListedTransform {
		parameters = List.copyOf(parameters);
		notes = List.copyOf(notes);
	}

}
