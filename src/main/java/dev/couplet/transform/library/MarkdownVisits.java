package dev.couplet.transform.library;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.couplet.transform.ValueRefusedException;

/**
 * Limits the costs of commonmark-java that are quadratic. At each closing bracket, it
 * visits all brackets that are not closed and all asterisks and underscores before it in
 * the paragraph. For each block, it clears a table that has room for the links and
 * emphases of the longest paragraph.
 */
final class MarkdownVisits {

	// each takes some 9 nanoseconds
	private static final long MAX_VISITS = 10_000_000;

	// each takes some 2 nanoseconds
	private static final long MAX_CLEARED = 40_000_000;

	// a link or an image that is closed, for certain
	private static final Pattern CLOSED = Pattern.compile("\\[[^\\[\\]`<\\\\\n]*+\\]");

	// a line that starts a block, wherever it is: a blank one, a list item, or a heading
	private static final Pattern BLOCK = Pattern.compile("[ \t]*+(?:[\r\n]|$)| {0,3}+(?:[-+*] [^ \t\r\n]|#{1,6} )");

	private final String markdown;

	private final Matcher closed;

	private final Matcher block;

	private MarkdownVisits(String markdown) {
		this.markdown = markdown;
		this.closed = CLOSED.matcher(markdown);
		this.block = BLOCK.matcher(markdown);
	}

	/**
	 * Requires that the costs are small.
	 * @param markdown any text
	 * @throws ValueRefusedException if they are not
	 */
	static void requireFew(String markdown) {
		new MarkdownVisits(markdown).requireFew();
	}

	private void requireFew() {
		long visits = 0;
		long visited = 0;
		long marks = 0;
		long mostMarks = 0;
		long blocks = 1;
		char before = '\n';
		for (int i = 0; i < this.markdown.length(); i++) {
			char unit = this.markdown.charAt(i);
			if (before == '\n' || before == '\r') {
				// any other line only starts a block after one of these
				blocks += isPlain(unit) ? 0 : 2;
				boolean start = this.block.region(i, this.markdown.length()).lookingAt();
				visited = start ? 0 : visited;
				marks = start ? 0 : marks;
			}
			boolean delimiter = (unit == '*' || unit == '_') && unit != before;
			visited += (delimiter || isOpen(i)) ? 1 : 0;
			visits += (unit == ']') ? visited : 0;
			marks += (delimiter || unit == ']') ? 1 : 0;
			mostMarks = Math.max(mostMarks, marks);
			if (visits > MAX_VISITS || mostMarks * blocks > MAX_CLEARED) {
				throw TextPosition.refusal("too many brackets, asterisks and underscores in a paragraph of Markdown,",
						this.markdown, i, "blank lines make shorter paragraphs");
			}
			before = unit;
		}
	}

	private static boolean isPlain(char first) {
		return first == '[' || first == '!' || Character.isLetter(first);
	}

	private boolean isOpen(int index) {
		return this.markdown.charAt(index) == '[' && !this.closed.region(index, this.markdown.length()).lookingAt();
	}

}
