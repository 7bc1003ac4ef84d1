package dev.couplet.transform.library;

/**
 * A line of a text.
 *
 * @param text the line, without its line break
 * @param end its line break, LF or CRLF; empty for a last line without one
 */
record Line(String text, String end) {

	Line with(String other) {
		return new Line(other, this.end);
	}

	boolean isBlank() {
		return WhiteSpace.isAll(this.text);
	}

}
