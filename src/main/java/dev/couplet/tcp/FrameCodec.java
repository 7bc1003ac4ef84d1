package dev.couplet.tcp;

import java.net.ProtocolException;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import org.springframework.core.serializer.Deserializer;
import org.springframework.core.serializer.Serializer;

/**
 * How a protocol frames requests and replies: as Spring Integration takes it, and for
 * requests also in the pieces in which they arrive.
 */
public interface FrameCodec extends Serializer<byte[]>, Deserializer<byte[]> {

	/**
	 * Begins to read from a connection.
	 * @return a reader of its own for the connection
	 */
	Reader newReader();

	/**
	 * Reads frames from the bytes of one connection. Used by one thread at a time.
	 */
	interface Reader {

		/**
		 * Consumes bytes up to the end of a frame, and none after it.
		 * @param input the bytes that arrived
		 * @return what is in the frame; null where the input ends before the frame does
		 * @throws FrameTooLargeException where the frame announces more than is allowed
		 * @throws ProtocolException where the bytes are not a frame
		 */
		byte @Nullable [] read(ByteBuffer input) throws ProtocolException;

		/**
		 * How large the frame is that has begun, or may become where it does not say.
		 * @return bytes; 0 where that is not known yet, and between two frames
		 */
		int size();

		/**
		 * How much has arrived of the frame that has begun.
		 * @return bytes, at most its size
		 */
		int arrived();

		/**
		 * Whether a part of a frame has been read.
		 * @return false between two frames
		 */
		boolean hasBegun();

	}

}
