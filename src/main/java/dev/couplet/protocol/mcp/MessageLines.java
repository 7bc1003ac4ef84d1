package dev.couplet.protocol.mcp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Splits a stream into lines. Blank lines are skipped. Of a line that is too long,
 * nothing is kept.
 */
final class MessageLines {

	private static final int BUFFER_SIZE = 8192;

	private final InputStream in;

	private final int limit;

	private final byte[] buffer = new byte[BUFFER_SIZE];

	private int start;

	private int end;

	private byte[] line = new byte[0];

	private int length;

	private boolean tooLong;

	MessageLines(InputStream in, int limit) {
		this.in = in;
		this.limit = limit;
	}

	int limit() {
		return this.limit;
	}

	/**
	 * Reads the next line that is not blank.
	 * @return false at the end of the stream
	 * @throws IOException if it cannot be read
	 */
	boolean next() throws IOException {
		boolean more = true;
		clear();
		while (more && isBlank()) {
			clear();
			more = readLine();
		}
		return !isBlank();
	}

	/**
	 * Returns the line that was read.
	 * @return the line without its end, or null if it exceeds the limit
	 */
	byte @Nullable [] line() {
		return this.tooLong ? null : Arrays.copyOf(this.line, this.length);
	}

	private void clear() {
		this.line = new byte[0];
		this.length = 0;
		this.tooLong = false;
	}

	private boolean isBlank() {
		for (int i = 0; i < this.length; i++) {
			if (this.line[i] > ' ' || this.line[i] < 0) {
				return false;
			}
		}
		return !this.tooLong;
	}

	// false at the end of the stream
	private boolean readLine() throws IOException {
		while (this.start < this.end || fill()) {
			int from = this.start;
			int to = from;
			while (to < this.end && this.buffer[to] != '\n') {
				to++;
			}
			append(from, to);
			this.start = to + 1;
			if (to < this.end) {
				return true;
			}
		}
		return false;
	}

	private boolean fill() throws IOException {
		this.start = 0;
		this.end = Math.max(this.in.read(this.buffer), 0);
		return this.end > 0;
	}

	private void append(int from, int to) {
		if (this.tooLong || to - from > this.limit - this.length) {
			clear();
			this.tooLong = true;
			return;
		}
		int needed = this.length + to - from;
		if (needed > this.line.length) {
			this.line = Arrays.copyOf(this.line, (int) Math.min(Math.max(2L * this.line.length, needed), this.limit));
		}
		System.arraycopy(this.buffer, from, this.line, this.length, to - from);
		this.length = needed;
	}

}
