package dev.couplet.transform.library;

import java.util.Set;

/**
 * Removes the tags of HTML and keeps the text between them as it is written.
 */
final class TagStripper {

	// in others, such as textarea, tags are removed too, so that none is left
	private static final Set<String> NOT_TEXT = Set.of("script", "style");

	private TagStripper() {
	}

	/**
	 * Removes all tags, comments, scripts and styles.
	 * @param html any text
	 * @return the rest, in which no tag is left, not even one that the rest could form
	 */
	static String strip(String html) {
		StringBuilder result = new StringBuilder(html.length());
		HtmlTokens tokens = new HtmlTokens(html, NOT_TEXT);
		while (tokens.next()) {
			if (tokens.kind() != HtmlTokens.Kind.TEXT) {
				// otherwise it could become the start of a tag: <<b>b>
				while (!result.isEmpty() && result.charAt(result.length() - 1) == '<') {
					result.setLength(result.length() - 1);
				}
			}
			else if (tokens.name().isEmpty()) {
				result.append(html, tokens.start(), tokens.end());
			}
		}
		return result.toString();
	}

}
