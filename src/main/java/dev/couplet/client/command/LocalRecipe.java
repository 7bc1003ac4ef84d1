package dev.couplet.client.command;

import java.util.function.Consumer;

/**
 * A recipe that runs in this process.
 */
@FunctionalInterface
public interface LocalRecipe {

	/**
	 * Runs the recipe.
	 * @param value the value, not modified
	 * @param stepStarted is told the name of each transform when it starts
	 * @return the result, which may be the same array
	 * @throws LocalRefusalException if the value is refused
	 */
	byte[] apply(byte[] value, Consumer<String> stepStarted) throws LocalRefusalException;

}
