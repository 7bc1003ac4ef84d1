package dev.couplet.transform.library;

import dev.couplet.transform.Parts;

/**
 * The paragraphs of a text, without the line break after each. A line that is empty or
 * only white space is between paragraphs.
 */
final class ParagraphParts implements Parts {

	private final String text;

	private final LineParts lines;

	private int start;

	private int end;

	ParagraphParts(String text) {
		this.text = text;
		this.lines = new LineParts(text);
	}

	@Override
	public boolean next() {
		boolean found = this.lines.next();
		while (found && isBlank()) {
			found = this.lines.next();
		}
		if (!found) {
			return false;
		}
		this.start = this.lines.start();
		while (found && !isBlank()) {
			this.end = this.lines.end();
			found = this.lines.next();
		}
		return true;
	}

	private boolean isBlank() {
		for (int i = this.lines.start(); i < this.lines.end(); i++) {
			if (!WhiteSpace.is(this.text.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	@Override
	public int start() {
		return this.start;
	}

	@Override
	public int end() {
		return this.end;
	}

}
