package dev.couplet.transform.library;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueRefusedException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.select.NodeTraversor;

/**
 * Keeps only HTML that cannot run anything, with jsoup's list of safe elements and
 * attributes.
 */
final class HtmlSanitizer {

	// jsoup takes up to 500 nanoseconds for each
	private static final int MAX_LENGTH = 1 << 19;

	private static final int MAX_DEPTH = 100;

	// its elements nest, and jsoup has a cost for each that is open
	private static final int MAX_OPEN = 1000;

	private static final int MAX_ATTRIBUTES = 200;

	private static final int MAX_NAME = 200;

	// their end tags may be missing, or they have none
	private static final Set<String> NOT_COUNTED = Set.of("a", "area", "base", "body", "br", "button", "col",
			"colgroup", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li", "link", "meta", "nobr",
			"optgroup", "option", "p", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track",
			"wbr");

	private static final Cleaner CLEANER = new Cleaner(new SafeHtml());

	private static final Document.OutputSettings AS_WRITTEN = new Document.OutputSettings().prettyPrint(false);

	private HtmlSanitizer() {
	}

	/**
	 * Sanitizes a fragment of HTML.
	 * @param html any text
	 * @param limit the maximum size of the result
	 * @return well-formed HTML
	 * @throws ValueRefusedException if elements are nested too deep
	 */
	static String sanitize(String html, SizeLimit limit) {
		if (html.length() > MAX_LENGTH) {
			throw new ValueRefusedException(
					"HTML of more than %s characters; put a part of it through html-sanitize at a time"
						.formatted(MAX_LENGTH));
		}
		requireModest(html);
		// an element more than allowed, so that too deep ones are seen
		Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH + 4);
		Document document = Document.createShell("");
		document.body().appendChildren(parser.parseFragmentInput(html, document.body(), ""));
		requireFlat(document.body());
		Document clean = CLEANER.clean(document);
		clean.outputSettings(AS_WRITTEN.clone());
		return clean.body().html(new LimitedAppendable(limit)).toString();
	}

	// jsoup takes quadratic time for a long name, and for many attributes
	private static void requireModest(String html) {
		Map<String, Integer> open = new HashMap<>();
		int total = 0;
		HtmlTokens tokens = new HtmlTokens(html, HtmlTokens.RAW);
		while (tokens.next()) {
			String name = tokens.name();
			if (tokens.kind() == HtmlTokens.Kind.START && !NOT_COUNTED.contains(name)) {
				open.merge(name, 1, Integer::sum);
				total++;
			}
			else if (tokens.kind() == HtmlTokens.Kind.END && open.getOrDefault(name, 0) > 0) {
				open.merge(name, -1, Integer::sum);
				total--;
			}
			if (tokens.longestName() > MAX_NAME || tokens.attributes() > MAX_ATTRIBUTES) {
				throw TextPosition.refusal(
						"a tag of HTML with more than %s attributes, or a name over %s characters,"
							.formatted(MAX_ATTRIBUTES, MAX_NAME),
						html, tokens.start(), "strip-tags keeps the text of such HTML");
			}
			if (total > MAX_OPEN) {
				throw TextPosition.refusal("more than " + MAX_OPEN + " elements of HTML are not closed", html,
						tokens.start(), "close elements where they end");
			}
		}
	}

	private static void requireFlat(Element body) {
		NodeTraversor.traverse((Node node, int depth) -> {
			if (depth > MAX_DEPTH) {
				throw new ValueRefusedException(
						"more than " + MAX_DEPTH + " levels of HTML; strip-tags keeps the text of such HTML");
			}
		}, body);
	}

}
