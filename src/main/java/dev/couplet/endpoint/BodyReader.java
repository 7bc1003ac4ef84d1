package dev.couplet.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.UnavailableException;

/**
 * Reads the bodies of HTTP requests.
 */
public final class BodyReader {

	private static final int BUFFER_SIZE = 8192;

	private BodyReader() {
	}

	/**
	 * Reads a body, as soon as there is memory for it.
	 * @param in the body
	 * @param declared its declared length, at most the limit; negative if unknown
	 * @param limit the maximum number of bytes
	 * @param memory the memory reservation of the request, which is extended for the body
	 * @return the bytes; one more than the limit if the body exceeds it
	 * @throws UnavailableException if there is no memory for the body
	 * @throws IOException if the body cannot be read completely, or not in time
	 */
	public static byte[] read(InputStream in, long declared, long limit, MemoryReservation memory) throws IOException {
		long most = (declared >= 0) ? declared : limit + 1;
		byte[] body = readAll(in, new byte[0], Math.min(most, MemoryReservation.UNCOUNTED_SIZE));
		if (body.length == MemoryReservation.UNCOUNTED_SIZE) {
			// reserved at once: two requests that extend their reservations step by step
			// could deadlock
			memory.await(Math.min(most, limit));
			body = readAll(in, body, most);
			memory.shrinkTo(body.length);
		}
		return body;
	}

	/**
	 * Reads the rest of a stream.
	 * @param in the stream
	 * @param beginning what has been read of it
	 * @param most the maximum number of bytes to return
	 * @return the beginning and what follows it
	 * @throws IOException if the stream cannot be read
	 */
	// not readNBytes(): it ends with a read of zero bytes, for which Tomcat waits for
	// more input
	public static byte[] readAll(InputStream in, byte[] beginning, long most) throws IOException {
		byte[] body = beginning;
		int length = beginning.length;
		while (length < most) {
			if (length == body.length) {
				// grows with the bytes received, not with the declared length
				body = Arrays.copyOf(body, (int) Math.min(Math.max(2L * length, BUFFER_SIZE), most));
			}
			int read = in.read(body, length, body.length - length);
			if (read < 0) {
				break;
			}
			length += read;
		}
		return (length < body.length) ? Arrays.copyOf(body, length) : body;
	}

}
