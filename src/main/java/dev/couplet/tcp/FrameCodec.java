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
 * incremental reader for requests, which arrive in pieces.
 */
public interface FrameCodec extends Serializer<byte[]>, Deserializer<byte[]> {

	/**
	 * Creates a reader for a connection.
	 * @return a new reader
	 */
	Reader newReader();

	/**
	 * Reads one frame with a new reader, byte by byte. Connections do not use this: they
	 * give what has arrived to their reader.
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
		throw new EOFException("the stream ends before a frame");
	}

	/**
	 * Decodes the bytes of one connection. Used by one thread at a time.
	 */
	interface Reader {

		/**
		 * Consumes bytes up to the end of a frame, and none after it.
		 * @param input the bytes that have arrived
		 * @return the content of the frame; null if the input ends before the frame does
		 * @throws FrameTooLargeException if the frame is longer than is allowed, as soon
		 * as that is known
		 * @throws ProtocolException if the bytes are not a frame
		 */
		byte @Nullable [] read(ByteBuffer input) throws ProtocolException;

		/**
		 * The size of the frame that has begun: the announced size, or the largest that
		 * is allowed where a frame does not announce its size.
		 * @return bytes; 0 while that is not known, and between two frames
		 */
		int size();

		/**
		 * How much of the content of the frame that has begun has arrived.
		 * @return bytes, at most its size
		 */
		int arrived();

		/**
		 * Whether a part of a frame has been read.
		 * @return false between two frames
		 */
		default boolean hasBegun() {
			return arrived() > 0;
		}

	}

}
