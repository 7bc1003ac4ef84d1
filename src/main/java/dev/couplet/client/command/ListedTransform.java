package dev.couplet.client.command;

import java.util.List;

/**
 * A transform as listed by {@code transforms}.
 *
 * @param name the transform's name
 * @param parameters one line for each parameter, in the order of the arguments in a
 * recipe
 * @param description one or two sentences
 */
public record ListedTransform(String name, List<String> parameters, String description) {

	public ListedTransform {
		parameters = List.copyOf(parameters);
	}

}
