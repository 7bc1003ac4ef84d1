package dev.couplet.transform.library;

import dev.couplet.transform.Parts;

/**
 * The words of a text: runs of characters that are not white space.
 */
final class WordParts implements Parts {

	private final String text;

	private int start;

	private int end;

	WordParts(String text) {
		this.text = text;
	}

	@Override
	public boolean next() {
		this.start = skip(this.end, true);
		this.end = skip(this.start, false);
		return this.end > this.start;
	}

	private int skip(int from, boolean white) {
		int index = from;
		while (index < this.text.length() && WhiteSpace.is(this.text.charAt(index)) == white) {
			index++;
		}
		return index;
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
