package dev.couplet.tcp;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * What has been read from a socket and not been decoded. Owns the buffers that it is
 * given.
 */
final class UnreadBytes {

	/**
	 * Up to which length, in bytes, what has been read is copied to the heap in any case,
	 * where looking at single bytes is faster.
	 */
	private static final int COPIED = 4096;

	private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

	private final Queue<ByteBuf> buffers = new ArrayDeque<>(2);

	private @Nullable ByteBuf viewed;

	private ByteBuffer view = NOTHING;

	void add(ByteBuf buffer) {
		this.buffers.add(buffer);
	}

	/**
	 * The next bytes.
	 * @return a view whose position says what has been decoded; empty where nothing is
	 * left
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
		else if (length > COPIED && length > buffer.capacity() / 2) {
			this.viewed = buffer;
			this.view = buffer.internalNioBuffer(buffer.readerIndex(), length);
		}
		else {
			// a few bytes that wait for their turn must not keep a large buffer
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
