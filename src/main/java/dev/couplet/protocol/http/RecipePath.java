package dev.couplet.protocol.http;

import dev.couplet.transform.MalformedRecipeException;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Extracts the recipe from a path: everything below {@code /transforms/}. {@code /} and
 * {@code ;} are ordinary characters of an argument.
 */
final class RecipePath {

	private RecipePath() {
	}

	/**
	 * Returns the recipe.
	 * @param request a request for a path below {@code /transforms/}
	 * @return the recipe in its text form
	 * @throws MalformedRecipeException if the whole recipe was percent-encoded, but
	 * incorrectly, or if there is a query
	 */
	static String recipe(HttpServletRequest request) {
		if (request.getQueryString() != null) {
			// without it, replace=a:? would silently delete every a
			throw new MalformedRecipeException("the recipe ends at '?'; in an argument, write %3F");
		}
		String path = request.getRequestURI();
		int start = path.indexOf('/', request.getContextPath().length() + 1) + 1;
		return UriRecipe.read(path.substring(start));
	}

}
