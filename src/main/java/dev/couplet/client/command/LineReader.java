package dev.couplet.client.command;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Reads lines of bytes. A line ends with LF or CRLF, and with no other character. The
 * memory that it takes is that of the longest line.
 */
final class LineReader implements Closeable {

	private static final int INITIAL_SIZE = 64 * 1024;

	private static final byte[] NONE = {};

	private static final byte[] LF = { '\n' };

	private static final byte[] CRLF = { '\r', '\n' };

	private final Source source;

	private final InputStream input;

	private final Flushable output;

	private final long maxSize;

	private byte[] buffer = new byte[INITIAL_SIZE];

	private int start;

	private int end;

	private int lastRead;

	private long count;

	private byte[] ending = NONE;

	/**
	 * Opens a source.
	 * @param source the source
	 * @param output is flushed before this reader waits for more input
	 * @param maxSize the maximum number of bytes of a value
	 * @throws UnreadableInputException if the source cannot be opened
	 */
	LineReader(Source source, Flushable output, long maxSize) throws IOException {
		this.source = source;
		this.input = source.open();
		this.output = output;
		this.maxSize = maxSize;
	}

	/**
	 * Reads the next line.
	 * @return the line without its line break, or null at the end; one that is longer
	 * than the maximum may be cut off behind it
	 * @throws UnreadableInputException if the source cannot be read
	 * @throws IOException if the output cannot be flushed
	 */
	byte @Nullable [] next() throws IOException {
		int feed = find(this.start);
		while (feed < 0 && this.end - this.start <= this.maxSize + CRLF.length && fill()) {
			feed = find(this.end - this.lastRead);
		}
		int stop = (feed >= 0) ? feed : this.end;
		if (feed < 0 && stop == this.start) {
			return null;
		}
		this.count++;
		boolean returned = feed > this.start && this.buffer[feed - 1] == '\r';
		byte[] line = Arrays.copyOfRange(this.buffer, this.start, returned ? stop - 1 : stop);
		this.ending = (feed < 0) ? NONE : returned ? CRLF : LF;
		this.start = (feed >= 0) ? feed + 1 : stop;
		return line;
	}

	private int find(int from) {
		for (int i = from; i < this.end; i++) {
			if (this.buffer[i] == '\n') {
				return i;
			}
		}
		return -1;
	}

	private boolean fill() throws IOException {
		if (this.start > 0) {
			System.arraycopy(this.buffer, this.start, this.buffer, 0, this.end - this.start);
			this.end -= this.start;
			this.start = 0;
		}
		if (this.end == this.buffer.length) {
			this.buffer = Arrays.copyOf(this.buffer, (int) Math.min(2L * this.end, Integer.MAX_VALUE - 8));
		}
		if (mayWait()) {
			this.output.flush();
		}
		try {
			this.lastRead = Math.max(0, this.input.read(this.buffer, this.end, this.buffer.length - this.end));
		}
		catch (IOException ex) {
			throw this.source.unreadable(ex);
		}
		this.end += this.lastRead;
		return this.lastRead > 0;
	}

	private boolean mayWait() {
		try {
			return this.input.available() == 0;
		}
		catch (IOException ex) {
			return true;
		}
	}

	/**
	 * Returns the line break of the last line.
	 * @return LF, CRLF, or nothing at the end of the source
	 */
	byte[] ending() {
		return this.ending;
	}

	/**
	 * Returns the number of the last line.
	 * @return 1 for the first line, or 0 before it
	 */
	long number() {
		return this.count;
	}

	@Override
	public void close() throws IOException {
		this.input.close();
	}

}
