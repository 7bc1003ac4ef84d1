package dev.couplet.tcp;

import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.Recipe;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Utf8;

/**
 * A request as it stands in a frame: a recipe, a separator, and a text.
 *
 * @param recipe the recipe as written
 * @param text the text
 * @param ascii whether the text is of ASCII alone
 */
public record RequestFrame(String recipe, String text, boolean ascii) {

	private static final int MOST_BYTES_PER_CHARACTER = 4;

	private static final int MOST_RECIPE_BYTES = Recipe.MAX_LENGTH * MOST_BYTES_PER_CHARACTER;

	/**
	 * Makes a request from a text of which nothing is known.
	 * @param recipe the recipe as written
	 * @param text the text
	 */
	public RequestFrame(String recipe, String text) {
		this(recipe, text, Utf8.isAscii(text));
	}

	/**
	 * How long a frame can be when its text is as large as it may.
	 * @param limit what a text may come to
	 * @return bytes
	 */
	public static int maxLength(SizeLimit limit) {
		return Math.toIntExact(MOST_RECIPE_BYTES + 1 + limit.bytes());
	}

	/**
	 * Reads a request from a frame.
	 * @param frame the frame
	 * @param separator the character, of ASCII, that ends the recipe where it first
	 * stands
	 * @return the request
	 * @throws MalformedRecipeException where there is no separator behind a recipe
	 * @throws dev.couplet.transform.MalformedTextException where a part is not
	 * well-formed UTF-8
	 */
	public static RequestFrame read(byte[] frame, char separator) {
		int end = 0;
		while (end < frame.length && end < MOST_RECIPE_BYTES && frame[end] != separator) {
			end++;
		}
		if (end >= frame.length || frame[end] != separator) {
			throw new MalformedRecipeException("the request has no '" + separator + "' behind a recipe");
		}
		int size = frame.length - end - 1;
		String text = Utf8.decode(frame, end + 1, size);
		return new RequestFrame(Utf8.decode(frame, 0, end), text, text.length() == size);
	}

}
