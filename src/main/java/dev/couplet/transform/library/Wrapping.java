package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks one line into lines of a width, at white space where there is some. White space
 * at a break is dropped, all other stays as it is. A word longer than the width begins a
 * line of its own, and is broken between grapheme clusters.
 */
final class Wrapping {

	private final String line;

	private final int width;

	private final List<String> lines = new ArrayList<>();

	private int start;

	// clusters from start on
	private int column;

	private boolean afterGap;

	// the last white space since start, and how many clusters came before its end
	private int gapStart = -1;

	private int gapEnd;

	private int gapColumn;

	private Wrapping(String line, int width) {
		this.line = line;
		this.width = width;
	}

	/**
	 * Wraps a line.
	 * @param line a line without its end
	 * @param width the most grapheme clusters of a line, at least 1
	 * @return at least one line
	 */
	static List<String> wrap(String line, int width) {
		// a cluster has at least one code unit
		return (line.length() <= width) ? List.of(line) : new Wrapping(line, width).wrap();
	}

	private List<String> wrap() {
		Graphemes.forEach(this.line, (from, to) -> {
			if (isGap(from, to)) {
				takeGap(from, to);
			}
			else {
				takeWord(from);
			}
			this.column++;
		});
		boolean hanging = this.afterGap && this.column > this.width;
		this.lines.add(this.line.substring(this.start, hanging ? this.gapStart : this.line.length()));
		return this.lines;
	}

	private boolean isGap(int from, int to) {
		// of Java's white space, as it leaves out the no-break spaces
		return to - from == 1 && Character.isWhitespace(this.line.charAt(from));
	}

	private void takeGap(int from, int to) {
		if (!this.afterGap) {
			this.gapStart = from;
		}
		this.gapEnd = to;
		this.gapColumn = this.column + 1;
		this.afterGap = true;
	}

	private void takeWord(int from) {
		this.afterGap = false;
		if (this.column < this.width) {
			return;
		}
		if (this.gapStart < 0) {
			this.lines.add(this.line.substring(this.start, from));
			this.start = from;
			this.column = 0;
			return;
		}
		if (this.gapStart > this.start) {
			this.lines.add(this.line.substring(this.start, this.gapStart));
		}
		this.start = this.gapEnd;
		this.column -= this.gapColumn;
		this.gapStart = -1;
	}

}
