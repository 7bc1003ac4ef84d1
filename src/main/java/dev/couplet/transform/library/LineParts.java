package dev.couplet.transform.library;

import dev.couplet.transform.Parts;

/**
 * The lines of a text, without their line breaks. A line ends with LF or CRLF, and with
 * no other character. The empty text has none. A byte order mark at the front is before
 * the first line.
 */
final class LineParts extends Parts {

	private final String text;

	private int next;

	LineParts(String text) {
		this.text = text;
		this.next = ByteOrderMark.of(text).length();
	}

	@Override
	public boolean next() {
		int start = this.next;
		if (start == this.text.length()) {
			return false;
		}
		int feed = this.text.indexOf('\n', start);
		if (feed < 0) {
			this.next = this.text.length();
			return found(start, this.next);
		}
		this.next = feed + 1;
		boolean returned = feed > start && this.text.charAt(feed - 1) == '\r';
		return found(start, returned ? feed - 1 : feed);
	}

}
