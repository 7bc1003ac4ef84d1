package dev.couplet.protocol.http;

import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.PercentEncoding;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Reads a recipe from a URI as it was sent, not as a container decodes it. A recipe is
 * itself percent-encoded, and is parsed before its arguments are decoded (RFC 3986,
 * section 2.4): in {@code replace=%2C:-} the comma is an argument, as in the same recipe
 * over TCP.
 *
 * <p>
 * Some clients encode the whole recipe including its separators:
 * {@code trim%2Cwrap%3D60}. A name cannot contain {@code %}, so a {@code %} before the
 * first {@code =} shows such a client. The whole is then decoded once before it is
 * parsed.
 */
public final class UriRecipe {

	private UriRecipe() {
	}

	/**
	 * Reads a recipe.
	 * @param part the raw part of the URI: path segments, or the value of a query
	 * parameter
	 * @return the recipe in its text form
	 * @throws MalformedRecipeException if the whole recipe was percent-encoded, but
	 * incorrectly
	 */
	public static String read(String part) {
		return isWhollyEncoded(part) ? PercentEncoding.decode(part) : part;
	}

	/**
	 * Returns the recipe in a query.
	 * @param query the raw query, or null if there is none
	 * @return the raw value of the parameter {@code recipe}, or null if there is none
	 */
	static @Nullable String inQuery(@Nullable String query) {
		// not @RequestParam, which decodes a recipe before it is parsed
		return (query != null)
				? UriComponentsBuilder.newInstance().query(query).build().getQueryParams().getFirst("recipe") : null;
	}

	private static boolean isWhollyEncoded(String part) {
		int percent = part.indexOf('%');
		int equals = part.indexOf('=');
		return percent >= 0 && (equals < 0 || percent < equals);
	}

}
