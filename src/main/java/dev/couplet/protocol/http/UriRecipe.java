package dev.couplet.protocol.http;

import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.PercentEncoding;

/**
 * A recipe in a part of a URI, taken as it was sent and not as a container decodes it. A
 * recipe has percent-encoding of its own, and is taken apart before its arguments are
 * decoded (RFC 3986, section 2.4): in {@code replace=%2C:-} the comma is an argument, as
 * it is in the same recipe on a socket.
 *
 * <p>
 * Some clients encode a whole part, separators and all: {@code trim%2Cwrap%3D60}. No name
 * has a {@code %} in it, so one before the first {@code =} can only come from such a
 * client; then the whole is decoded once, and read as a recipe after that.
 */
public final class UriRecipe {

	private UriRecipe() {
	}

	/**
	 * Finds the recipe.
	 * @param part the raw part of the URI: a path segment or more, or a query parameter's
	 * value
	 * @return the recipe as written
	 * @throws MalformedRecipeException where the whole was encoded, but not well
	 */
	public static String read(String part) {
		return isEncodedWhole(part) ? PercentEncoding.decode(part) : part;
	}

	private static boolean isEncodedWhole(String part) {
		int percent = part.indexOf('%');
		int equals = part.indexOf('=');
		return percent >= 0 && (equals < 0 || percent < equals);
	}

}
