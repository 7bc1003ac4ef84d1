package dev.couplet.transform.library;

import dev.couplet.transform.Parts;

/**
 * The words of a text: runs of characters that are not white space. A byte order mark at
 * the front is before the first word.
 */
final class WordParts extends Parts {

	private final String text;

	WordParts(String text) {
		this.text = text;
		int mark = ByteOrderMark.of(text).length();
		found(mark, mark);
	}

	@Override
	public boolean next() {
		int start = skip(end(), true);
		int end = skip(start, false);
		return end > start && found(start, end);
	}

	private int skip(int from, boolean white) {
		int index = from;
		while (index < this.text.length() && WhiteSpace.is(this.text.charAt(index)) == white) {
			index++;
		}
		return index;
	}

}
