package dev.couplet.client.command;

import java.util.List;

/**
 * A transform, as {@code transforms} shows it.
 *
 * @param name the name that a recipe calls it by
 * @param parameters a line each, in the order in which a recipe gives them
 * @param description a sentence or two
 */
public record ListedTransform(String name, List<String> parameters, String description) {

	public ListedTransform {
		parameters = List.copyOf(parameters);
	}

}
