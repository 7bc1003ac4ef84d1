package dev.couplet.tcp;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import org.springframework.core.serializer.Deserializer;
import org.springframework.core.serializer.Serializer;

/**
 * The framing of a protocol: a Spring Integration serializer for replies, and an
 * incremental decoder for requests.
 */
public interface FrameCodec extends Serializer<byte[]>, Deserializer<byte[]> {

	/**
	 * Creates a reader for a connection.
	 * @return a new reader
	 */
	Reader newReader();

	/**
	 * Reads one frame with a new reader, byte by byte. Connections do not use this
	 * method, but pass what has arrived to their reader.
	 */
	@Override
	default byte[] deserialize(InputStream input) throws IOException {
		Reader reader = newReader();
		for (int next = input.read(); next >= 0; next = input.read()) {
			byte[] frame = reader.read(ByteBuffer.wrap(new byte[] { (byte) next }));
			if (frame != null) {
				return frame;
			}
		}
		throw new EOFException("the stream ends before the end of a frame");
	}

	/**
	 * Decodes the bytes of one connection. Used by one thread at a time.
	 */
	interface Reader {

		/**
		 * Consumes bytes up to the end of a frame, but none after it.
		 * @param input the bytes that have arrived
		 * @return the content of the frame; null if the frame is incomplete
		 * @throws FrameTooLargeException as soon as the frame is known to exceed the
		 * maximum length
		 * @throws ProtocolException if the bytes are not a frame
		 */
		byte @Nullable [] read(ByteBuffer input) throws ProtocolException;

		/**
		 * Returns the size of the current frame: the announced size, or the maximum
		 * length if the frame does not announce its size.
		 * @return the size in bytes, or 0 if it is not known yet and between frames
		 */
		int size();

		/**
		 * Returns how much of the content of the current frame has arrived.
		 * @return the number of bytes, at most the size
		 */
		int arrived();

		/**
		 * Returns whether part of a frame has been read.
		 * @return false between frames
		 */
		default boolean hasBegun() {
			return arrived() > 0;
		}

	}

}
