package dev.couplet.http;

import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.PercentEncoding;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The recipe in a path: whatever follows {@code /transforms/}, up to the {@code ?}.
 *
 * <p>
 * It is taken as it was sent, not as the container decodes it. A recipe has
 * percent-encoding of its own, and is taken apart before its arguments are decoded (RFC
 * 3986, section 2.4): in {@code /transforms/replace=%2C:-} the comma is an argument, as
 * it is in the same recipe on a socket. A {@code /} or a {@code ;} is one more character
 * of an argument.
 *
 * <p>
 * Some clients encode a whole path variable, separators and all:
 * {@code trim%2Cwrap%3D60}. No name has a {@code %} in it, so one before the first
 * {@code =} can only come from such a client; then the whole is decoded once, and read as
 * a recipe after that.
 */
final class RecipePath {

	private RecipePath() {
	}

	/**
	 * Finds the recipe.
	 * @param request a request to {@code /transforms/} and something more
	 * @return the recipe as written
	 * @throws MalformedRecipeException where the whole was encoded, but not well
	 */
	static String recipe(HttpServletRequest request) {
		String path = request.getRequestURI();
		int start = path.indexOf('/', request.getContextPath().length() + 1) + 1;
		String recipe = path.substring(start);
		return isEncodedWhole(recipe) ? PercentEncoding.decode(recipe) : recipe;
	}

	private static boolean isEncodedWhole(String recipe) {
		int percent = recipe.indexOf('%');
		int equals = recipe.indexOf('=');
		return percent >= 0 && (equals < 0 || percent < equals);
	}

}
