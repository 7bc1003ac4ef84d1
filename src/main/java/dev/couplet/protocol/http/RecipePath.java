package dev.couplet.protocol.http;

import dev.couplet.transform.MalformedRecipeException;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The recipe in a path: whatever follows {@code /transforms/}, up to the {@code ?}. A
 * {@code /} or a {@code ;} is one more character of an argument.
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
		return UriRecipe.read(path.substring(start));
	}

}
