package dev.couplet.tcp;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that have been read from a socket but not decoded. Owns the buffers that are
 * added.
 */
final class UnreadBytes {

	/**
	 * The maximum length in bytes of a buffer that is always copied to the heap, where
	 * access to single bytes is faster.
	 */
	private static final int MAX_COPIED_LENGTH = 4096;

	private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

	private final Queue<ByteBuf> buffers = new ArrayDeque<>(2);

	private @Nullable ByteBuf viewed;

	private ByteBuffer view = NOTHING;

	void add(ByteBuf buffer) {
		this.buffers.add(buffer);
	}

	/**
	 * Returns the next bytes.
	 * @return a view, to be consumed by advancing its position; empty if nothing is left
	 */
	ByteBuffer next() {
		while (!this.view.hasRemaining() && (this.viewed != null || !this.buffers.isEmpty())) {
			viewNext();
		}
		return this.view;
	}

	private void viewNext() {
		if (this.viewed != null) {
			this.viewed.release();
			this.viewed = null;
		}
		ByteBuf buffer = this.buffers.poll();
		int length = (buffer != null) ? buffer.readableBytes() : 0;
		if (buffer == null) {
			this.view = NOTHING;
		}
		else if (length > MAX_COPIED_LENGTH && length > buffer.capacity() / 2) {
			this.viewed = buffer;
			this.view = buffer.internalNioBuffer(buffer.readerIndex(), length);
		}
		else {
			// a few undecoded bytes must not retain a large buffer
			byte[] copy = new byte[length];
			buffer.readBytes(copy).release();
			this.view = ByteBuffer.wrap(copy);
		}
	}

	/**
	 * Releases everything.
	 */
	void discard() {
		while (this.viewed != null || !this.buffers.isEmpty()) {
			viewNext();
		}
		this.view = NOTHING;
	}

}
