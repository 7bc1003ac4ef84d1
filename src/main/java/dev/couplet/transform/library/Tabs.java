package dev.couplet.transform.library;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Replaces tabs by spaces.
 */
final class Tabs {

	private final LimitedBuilder result;

	private int column;

	// what is not yet appended
	private int start;

	private Tabs(SizeLimit limit) {
		this.result = new LimitedBuilder(limit);
	}

	/**
	 * Expands tabs.
	 * @param text any text
	 * @param width the number of columns between tab stops
	 * @param limit the maximum size of the result
	 * @return the text without tabs
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String expand(String text, int width, SizeLimit limit) {
		if (text.indexOf('\t') < 0) {
			return text;
		}
		Tabs tabs = new Tabs(limit);
		Graphemes.forEach(text, (from, to) -> {
			char last = text.charAt(to - 1);
			if (last == '\t') {
				int spaces = width - tabs.column % width;
				tabs.result.append(text.substring(tabs.start, from)).append(" ".repeat(spaces));
				tabs.start = to;
				tabs.column += spaces;
			}
			else {
				tabs.column = (last == '\n') ? 0 : tabs.column + 1;
			}
		});
		return tabs.result.append(text.substring(tabs.start)).toString();
	}

}
