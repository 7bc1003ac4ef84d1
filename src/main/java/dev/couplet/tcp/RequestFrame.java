package dev.couplet.tcp;

import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.Recipe;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.Value;

/**
 * A request in a frame: a recipe, a separator, and a value.
 *
 * @param recipe the recipe in its text form
 * @param value the value
 */
public record RequestFrame(String recipe, Value value) {

	private static final int MAX_BYTES_PER_CHARACTER = 4;

	private static final int MAX_RECIPE_BYTES = Recipe.MAX_LENGTH * MAX_BYTES_PER_CHARACTER;

	/**
	 * Returns the maximum length of a frame.
	 * @param limit the maximum size of a value
	 * @return the length in bytes
	 */
	public static int maxLength(SizeLimit limit) {
		return Math.toIntExact(MAX_RECIPE_BYTES + 1 + limit.bytes());
	}

	/**
	 * Reads a request from a frame.
	 * @param frame the frame
	 * @param separator the ASCII character whose first occurrence ends the recipe
	 * @return the request
	 * @throws MalformedRecipeException if there is no separator after a recipe
	 * @throws dev.couplet.transform.MalformedTextException if the recipe is not
	 * well-formed UTF-8
	 */
	public static RequestFrame read(byte[] frame, char separator) {
		int end = 0;
		while (end < frame.length && end < MAX_RECIPE_BYTES && frame[end] != separator) {
			end++;
		}
		if (end >= frame.length || frame[end] != separator) {
			throw new MalformedRecipeException("the request has no '" + separator + "' after the recipe");
		}
		int start = end + 1;
		return new RequestFrame(Utf8.decode(frame, 0, end), Value.of(frame, start, frame.length - start));
	}

}
