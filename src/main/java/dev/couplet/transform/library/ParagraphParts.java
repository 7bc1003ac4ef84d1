package dev.couplet.transform.library;

import dev.couplet.transform.Parts;

/**
 * The paragraphs of a text, without the line break after each. A line that is empty or
 * only white space is between paragraphs.
 */
final class ParagraphParts extends Parts {

	private final String text;

	private final LineParts lines;

	ParagraphParts(String text) {
		this.text = text;
		this.lines = new LineParts(text);
	}

	@Override
	public boolean next() {
		boolean more = this.lines.next();
		while (more && isBlank()) {
			more = this.lines.next();
		}
		if (!more) {
			return false;
		}
		int start = this.lines.start();
		int end = this.lines.end();
		while (this.lines.next() && !isBlank()) {
			end = this.lines.end();
		}
		return found(start, end);
	}

	private boolean isBlank() {
		for (int i = this.lines.start(); i < this.lines.end(); i++) {
			if (!WhiteSpace.is(this.text.charAt(i))) {
				return false;
			}
		}
		return true;
	}

}
