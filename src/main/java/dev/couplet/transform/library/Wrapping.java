package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;

/**
 * Wraps one line, at white space if possible. White space at a break is removed; all
 * other white space is kept. A word longer than the width starts on a line of its own,
 * and is split between grapheme clusters.
 */
final class Wrapping {

	private final String line;

	private final int width;

	private final List<String> lines = new ArrayList<>();

	private int start;

	// the number of clusters since start
	private int column;

	private boolean afterGap;

	// the last white space since start, and the number of clusters up to its end
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
	 * @param width the maximum number of grapheme clusters in a line, at least 1
	 * @return at least one line
	 */
	static List<String> wrap(String line, int width) {
		// a cluster has one code unit or more
		return (line.length() <= width) ? List.of(line) : new Wrapping(line, width).wrap();
	}

	private List<String> wrap() {
		Graphemes.forEach(this.line, (from, to) -> {
			if (isGap(from, to)) {
				addGap(from, to);
			}
			else {
				addWord(from);
			}
			this.column++;
		});
		boolean hanging = this.afterGap && this.column > this.width;
		this.lines.add(this.line.substring(this.start, hanging ? this.gapStart : this.line.length()));
		return this.lines;
	}

	private boolean isGap(int from, int to) {
		return to - from == 1 && WhiteSpace.isBreakable(this.line.charAt(from));
	}

	private void addGap(int from, int to) {
		if (!this.afterGap) {
			this.gapStart = from;
		}
		this.gapEnd = to;
		this.gapColumn = this.column + 1;
		this.afterGap = true;
	}

	private void addWord(int from) {
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
