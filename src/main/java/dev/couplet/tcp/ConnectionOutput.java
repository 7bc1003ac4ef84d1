package dev.couplet.tcp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

import org.jspecify.annotations.Nullable;

/**
 * What a client gets, buffered until it is flushed or is too much.
 *
 * <p>
 * In an event loop it borrows the loop's buffer, and sends what the socket takes at once.
 * What it does not take is kept, for a thread that may wait.
 */
final class ConnectionOutput extends OutputStream {

	private static final int BUFFER_SIZE = 8192;

	private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

	private final SocketChannel channel;

	private ByteBuffer buffer = NOTHING;

	private boolean blocked;

	private @Nullable OutputStream waiting;

	ConnectionOutput(SocketChannel channel) {
		this.channel = channel;
	}

	/**
	 * Begins a turn in an event loop.
	 * @param lent the loop's buffer
	 */
	void borrow(ByteBuffer lent) {
		this.buffer = lent.clear();
	}

	/**
	 * Ends a turn in an event loop: keeps a copy of what was not sent.
	 */
	void giveBack() {
		this.buffer = (this.buffer.position() == 0) ? NOTHING : copy(this.buffer.position());
	}

	/**
	 * From now on it waits where it has to.
	 * @param output the socket's stream
	 */
	void waitFor(OutputStream output) {
		this.waiting = output;
		this.blocked = false;
	}

	/**
	 * Tells whether the client takes no more for the moment. In an event loop only.
	 * @return whether something is left that was to be sent
	 */
	boolean isBlocked() {
		return this.blocked;
	}

	@Override
	public void write(int value) throws IOException {
		makeRoom(1);
		this.buffer.put((byte) value);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		if (this.waiting != null && length >= BUFFER_SIZE) {
			flush();
			this.waiting.write(bytes, offset, length);
			return;
		}
		makeRoom(length);
		this.buffer.put(bytes, offset, length);
	}

	private void makeRoom(int length) throws IOException {
		if (this.buffer.remaining() >= length) {
			return;
		}
		flush();
		if (this.buffer.remaining() < length) {
			this.buffer = copy(Math.max(BUFFER_SIZE, this.buffer.position() + length));
		}
	}

	private ByteBuffer copy(int capacity) {
		return ByteBuffer.allocate(capacity).put(this.buffer.flip());
	}

	@Override
	public void flush() throws IOException {
		if (this.buffer.position() == 0 || this.blocked) {
			return;
		}
		if (this.waiting != null) {
			this.waiting.write(this.buffer.array(), this.buffer.arrayOffset(), this.buffer.position());
			this.buffer.clear();
		}
		else {
			this.channel.write(this.buffer.flip());
			this.blocked = this.buffer.hasRemaining();
			this.buffer.compact();
		}
	}

}
