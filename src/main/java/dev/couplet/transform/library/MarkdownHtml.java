package dev.couplet.transform.library;

import java.util.List;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueRefusedException;
import org.commonmark.node.Block;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Renders Markdown as HTML that cannot run anything.
 */
final class MarkdownHtml {

	// the parser takes up to 500 nanoseconds for each
	private static final int MAX_LENGTH = 1 << 19;

	private static final int MAX_DEPTH = 100;

	private static final List<String> SCHEMES = List.of("http", "https", "mailto");

	// each line takes some 50 nanoseconds for each level that is open
	private static final int MAX_LEVELS_OF_ALL_LINES = 2_500_000;

	private static final int MIN_DEPTH = 5;

	private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
		.escapeHtml(true)
		.sanitizeUrls(true)
		.urlSanitizer(new DefaultUrlSanitizer(SCHEMES))
		.build();

	private static final int REPLACEMENT = 0xFFFD;

	private MarkdownHtml() {
	}

	/**
	 * Renders a document.
	 * @param markdown any text
	 * @param limit the maximum size of the result
	 * @return the HTML
	 * @throws ValueRefusedException if blocks or emphases are nested too deep
	 */
	static String render(String markdown, SizeLimit limit) {
		if (markdown.length() > MAX_LENGTH) {
			throw new ValueRefusedException(
					"Markdown of more than %s characters; put a part of it through markdown-to-html at a time"
						.formatted(MAX_LENGTH));
		}
		MarkdownVisits.requireFew(markdown);
		long lines = 1 + markdown.chars().filter((unit) -> unit == '\n' || unit == '\r').count();
		int maxDepth = Math.clamp(MAX_LEVELS_OF_ALL_LINES / lines, MIN_DEPTH, MAX_DEPTH);
		// one more than allowed, so that deeper ones are seen
		Parser parser = Parser.builder().maxOpenBlockParsers(maxDepth + 1).maxInlineNesting(MAX_DEPTH + 1).build();
		Node document = parser.parse(markdown);
		requireFlat(document, maxDepth);
		LimitedAppendable html = new LimitedAppendable(limit);
		RENDERER.render(document, html);
		return wellFormed(html.toString(), limit);
	}

	// a reference such as &#xD800; becomes half of a surrogate pair
	private static String wellFormed(String html, SizeLimit limit) {
		if (Utf8.isWellFormed(html)) {
			return html;
		}
		StringBuilder result = new StringBuilder(html.length());
		html.codePoints()
			.forEach((character) -> result
				.appendCodePoint((Character.getType(character) == Character.SURROGATE) ? REPLACEMENT : character));
		limit.check(Utf8.size(result));
		return result.toString();
	}

	private static void requireFlat(Node document, int maxDepth) {
		int depth = 0;
		Node node = document;
		while (node != null) {
			if (depth > MAX_DEPTH || (depth > maxDepth && node instanceof Block)) {
				throw new ValueRefusedException(
						"more than %s levels of Markdown, or of %s in one with so many lines; it has to be less nested"
							.formatted(MAX_DEPTH, maxDepth));
			}
			if (node.getFirstChild() != null) {
				node = node.getFirstChild();
				depth++;
			}
			else {
				while (node != null && node.getNext() == null) {
					node = node.getParent();
					depth--;
				}
				node = (node != null) ? node.getNext() : null;
			}
		}
	}

}
