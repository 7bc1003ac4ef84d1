package dev.couplet.transform.library;

import dev.couplet.transform.Parts;

/**
 * The lines of a text, without their line breaks. A line ends with LF or CRLF, and with
 * no other character. The empty text has none.
 */
final class LineParts implements Parts {

	private final String text;

	private int start;

	private int end;

	private int next;

	LineParts(String text) {
		this.text = text;
	}

	@Override
	public boolean next() {
		if (this.next == this.text.length()) {
			return false;
		}
		this.start = this.next;
		int feed = this.text.indexOf('\n', this.start);
		if (feed < 0) {
			this.end = this.text.length();
			this.next = this.end;
		}
		else {
			this.end = (feed > this.start && this.text.charAt(feed - 1) == '\r') ? feed - 1 : feed;
			this.next = feed + 1;
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
