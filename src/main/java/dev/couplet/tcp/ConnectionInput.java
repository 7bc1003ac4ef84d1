package dev.couplet.tcp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

import org.jspecify.annotations.Nullable;

/**
 * What a client sends, through the one buffer that the connection has: pipelined requests
 * lie in it, and a buffer of a reader's own would lose them. Sends what is written
 * whenever it asks the socket for more.
 *
 * <p>
 * In an event loop it borrows the loop's buffer, and has in it what the socket had at
 * once. A request that is not whole in there is read again from its first byte on a
 * thread that may wait.
 */
final class ConnectionInput extends InputStream {

	private static final int BUFFER_SIZE = 4096;

	private static final int NO_REQUEST = -1;

	private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

	private final SocketChannel channel;

	private final ConnectionOutput output;

	private ByteBuffer buffer = NOTHING;

	// where the request that is being read begins
	private int request = NO_REQUEST;

	private boolean asked;

	private @Nullable InputStream waiting;

	ConnectionInput(SocketChannel channel, ConnectionOutput output) {
		this.channel = channel;
		this.output = output;
	}

	/**
	 * Begins a turn in an event loop.
	 * @param lent the loop's buffer
	 */
	void borrow(ByteBuffer lent) {
		this.buffer = lent.clear().limit(0);
		this.asked = false;
	}

	/**
	 * Ends a turn in an event loop: keeps a copy of what was not read.
	 */
	void giveBack() {
		if (this.request != NO_REQUEST) {
			this.buffer.position(this.request);
			this.request = NO_REQUEST;
		}
		int left = this.buffer.remaining();
		this.buffer = (left == 0) ? NOTHING : ByteBuffer.allocate(Math.max(left, BUFFER_SIZE)).put(this.buffer).flip();
	}

	/**
	 * From now on it waits where it has to.
	 * @param input the socket's stream
	 */
	void waitFor(InputStream input) {
		this.waiting = input;
	}

	/**
	 * Marks the first byte of a request.
	 */
	void beginRequest() {
		this.request = this.buffer.position();
	}

	/**
	 * The request has been read to its last byte.
	 */
	void endRequest() {
		this.request = NO_REQUEST;
	}

	/**
	 * Tells whether the next read can be served without asking the socket.
	 * @return whether the buffer holds anything
	 */
	boolean isBuffered() {
		return this.buffer.hasRemaining();
	}

	/**
	 * Gets something into the buffer.
	 * @return false at the end of the stream
	 * @throws WouldBlockException where there is nothing and it may not wait
	 * @throws IOException where the connection broke
	 */
	boolean fill() throws IOException {
		if (this.buffer.hasRemaining()) {
			return true;
		}
		this.output.flush();
		int count = (this.waiting != null) ? fillFrom(this.waiting) : fillAtOnce();
		return count > 0;
	}

	private int fillFrom(InputStream input) throws IOException {
		if (this.buffer.capacity() != BUFFER_SIZE) {
			this.buffer = ByteBuffer.allocate(BUFFER_SIZE);
		}
		int count = input.read(this.buffer.array(), 0, this.buffer.capacity());
		this.buffer.clear().limit(Math.max(0, count));
		return count;
	}

	private int fillAtOnce() throws IOException {
		// once in a turn, so that one client cannot keep the loop to itself; and a
		// request
		// that is not whole would be overwritten
		if (this.asked || this.request != NO_REQUEST) {
			throw WouldBlockException.INSTANCE;
		}
		this.asked = true;
		int count = this.channel.read(this.buffer.clear());
		this.buffer.flip();
		if (count == 0) {
			throw WouldBlockException.INSTANCE;
		}
		return count;
	}

	@Override
	public int read() throws IOException {
		return fill() ? this.buffer.get() & 0xFF : -1;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		if (!this.buffer.hasRemaining() && this.waiting != null && length >= BUFFER_SIZE) {
			this.output.flush();
			return this.waiting.read(target, offset, length);
		}
		if (!fill()) {
			return -1;
		}
		int count = Math.min(length, this.buffer.remaining());
		this.buffer.get(target, offset, count);
		return count;
	}

	@Override
	public int available() throws IOException {
		return this.buffer.remaining() + ((this.waiting != null) ? this.waiting.available() : 0);
	}

	/**
	 * Tells whether the client has sent what nobody read. In an event loop only.
	 * @return whether there is anything
	 * @throws IOException where the connection broke
	 */
	boolean hasMore() throws IOException {
		if (!this.buffer.hasRemaining()) {
			this.channel.read(this.buffer.clear());
			this.buffer.flip();
		}
		return this.buffer.hasRemaining();
	}

}
