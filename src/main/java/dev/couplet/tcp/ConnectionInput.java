package dev.couplet.tcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What a client sends, buffered once for the life of its connection, so that neither a
 * length costs a system call a digit nor a pipelined request is lost between two readers.
 * Whatever was written is sent before a read waits for more.
 */
final class ConnectionInput extends InputStream {

	private static final int BUFFER_SIZE = 4096;

	private final InputStream input;

	private final OutputStream output;

	private final byte[] buffer = new byte[BUFFER_SIZE];

	private int position;

	private int limit;

	ConnectionInput(InputStream input, OutputStream output) {
		this.input = input;
		this.output = output;
	}

	/**
	 * Tells whether the next read can be served without asking the socket.
	 * @return whether the buffer holds anything
	 */
	boolean isBuffered() {
		return this.position < this.limit;
	}

	/**
	 * Waits until there is something in the buffer.
	 * @return false at the end of the stream
	 * @throws IOException where the connection broke
	 */
	boolean fill() throws IOException {
		if (!isBuffered()) {
			this.output.flush();
			this.position = 0;
			this.limit = Math.max(0, this.input.read(this.buffer, 0, this.buffer.length));
		}
		return isBuffered();
	}

	@Override
	public int read() throws IOException {
		return fill() ? this.buffer[this.position++] & 0xFF : -1;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (!isBuffered() && length >= BUFFER_SIZE) {
			this.output.flush();
			return this.input.read(target, offset, length);
		}
		if (length == 0) {
			return 0;
		}
		if (!fill()) {
			return -1;
		}
		int count = Math.min(length, this.limit - this.position);
		System.arraycopy(this.buffer, this.position, target, offset, count);
		this.position += count;
		return count;
	}

	@Override
	public int available() throws IOException {
		return this.limit - this.position + this.input.available();
	}

}
