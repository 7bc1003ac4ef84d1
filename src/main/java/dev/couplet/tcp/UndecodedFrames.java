package dev.couplet.tcp;

import java.net.ProtocolException;
import java.nio.ByteBuffer;

import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.UnavailableException;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * The frames in what has been read from a connection. A large frame is decoded only once
 * memory has been reserved for it.
 */
final class UndecodedFrames {

	/**
	 * The number of bytes to decode at a time until the size of a frame is known.
	 */
	private static final int HEADER_LENGTH = 8;

	private final FrameCodec.Reader reader;

	private final FrameMemory memory;

	private final UnreadBytes unread = new UnreadBytes();

	UndecodedFrames(FrameCodec.Reader reader, FrameMemory memory) {
		this.reader = reader;
		this.memory = memory;
	}

	/**
	 * Adds bytes that have been read.
	 * @param bytes a buffer, which is released by this object
	 */
	void add(ByteBuf bytes) {
		this.unread.add(bytes);
	}

	/**
	 * Decodes the next frame.
	 * @return its content; null if it is incomplete, or memory for it is awaited
	 * @throws ProtocolException if the bytes are not a frame, or it is too large
	 * @throws UnavailableException if it must not wait for memory
	 */
	byte @Nullable [] next() throws ProtocolException {
		byte[] frame = null;
		int count = decodable();
		while (frame == null && count > 0) {
			frame = decode(count);
			// also releases the buffer if all of it has been decoded
			count = decodable();
		}
		return frame;
	}

	// how many bytes to decode next; so chosen that no large frame is complete before
	// memory is reserved for it
	private int decodable() {
		int available = this.unread.next().remaining();
		int arrived = this.reader.arrived();
		int uncounted = MemoryReservation.UNCOUNTED_SIZE - arrived;
		if (uncounted > 0 && available <= uncounted) {
			return available;
		}
		int size = this.reader.size();
		if (size == 0) {
			return Math.min(available, HEADER_LENGTH);
		}
		if (uncounted > 0 && arrived + available < size) {
			// the announced size alone reserves nothing
			return uncounted;
		}
		return this.memory.reserve(size) ? available : 0;
	}

	private byte @Nullable [] decode(int count) throws ProtocolException {
		ByteBuffer bytes = this.unread.next();
		int end = bytes.limit();
		bytes.limit(bytes.position() + count);
		byte[] frame = this.reader.read(bytes);
		bytes.limit(end);
		return frame;
	}

	/**
	 * Returns whether part of a frame has been decoded.
	 * @return false between frames
	 */
	boolean hasBegun() {
		return this.reader.hasBegun();
	}

	/**
	 * Releases everything that has not been decoded.
	 */
	void discard() {
		this.unread.discard();
	}

}
