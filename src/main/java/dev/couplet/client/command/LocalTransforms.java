package dev.couplet.client.command;

import java.util.List;

/**
 * The transforms of this program, which run without a server. Implementations load them
 * at the first call, because most commands need none.
 */
public interface LocalTransforms {

	/**
	 * Searches the catalogue.
	 * @param query the name of a transform, words to search for, or nothing
	 * @return the transforms found; one with all that is known of it if the query is its
	 * name
	 */
	List<ListedTransform> search(String query);

	/**
	 * Lists all transforms for the completion in shells.
	 * @return the transforms, by name
	 */
	List<CompletedTransform> completed();

	/**
	 * Guesses how a value is encoded.
	 * @param value the value
	 * @return the guesses, the best first
	 */
	List<ListedGuess> guess(byte[] value);

	/**
	 * Explains why a recipe and value are refused.
	 * @param recipe the recipe
	 * @param value the value
	 * @return the reason, or the empty string if the transforms of this program do not
	 * refuse them
	 */
	String refusal(String recipe, byte[] value);

	/**
	 * Prepares a recipe.
	 * @param recipe the recipe in its text form
	 * @param maxSize the maximum size of a value, of every intermediate result and of the
	 * result in bytes
	 * @return the recipe
	 * @throws LocalRefusalException if the recipe is invalid
	 */
	LocalRecipe compile(String recipe, long maxSize) throws LocalRefusalException;

}
