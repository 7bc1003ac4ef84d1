package dev.couplet.client.command;

import java.util.List;

/**
 * A transform as completed by shells.
 *
 * @param name the transform's name
 * @param choices for each parameter, the arguments that it may have as written in a
 * recipe, or none if there are too many to list
 */
public record CompletedTransform(String name, List<List<String>> choices) {

	public CompletedTransform {
		choices = choices.stream().map(List::copyOf).toList();
	}

}
