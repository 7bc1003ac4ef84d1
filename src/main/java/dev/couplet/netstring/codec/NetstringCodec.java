package dev.couplet.netstring.codec;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Reads and writes netstrings: {@code <length>:<bytes>,}, the length in ASCII digits
 * without a leading zero, counting bytes (D. J. Bernstein, "Netstrings", 1997).
 * Stateless, and so shared by all connections.
 */
public final class NetstringCodec {

	/**
	 * How much is set aside for a payload before any of it has arrived.
	 */
	private static final int FIRST_PIECE = 1024;

	private final int maxLength;

	/**
	 * Makes a codec.
	 * @param maxLength the most bytes that a payload to be read may have, at least 0
	 */
	public NetstringCodec(int maxLength) {
		if (maxLength < 0) {
			throw new IllegalArgumentException("a length is not negative");
		}
		this.maxLength = maxLength;
	}

	/**
	 * Reads one netstring, and not a byte more. What is wrong is refused at the first
	 * byte that shows it, and a length over the maximum at the digit that takes it there.
	 * Memory grows with what arrives, not with what the length promises.
	 * @param input a stream, best a buffered one: it is read byte by byte
	 * @return the payload, or null where the stream ends before the netstring begins
	 * @throws MalformedNetstringException where the bytes are no netstring, or one that
	 * is too long
	 * @throws EOFException where the stream ends within the netstring
	 * @throws IOException where the stream cannot be read
	 */
	public byte @Nullable [] read(InputStream input) throws IOException {
		int first = input.read();
		if (first < 0) {
			return null;
		}
		byte[] payload = readPayload(input, readLength(first, input));
		if (next(input) != ',') {
			throw new MalformedNetstringException("no comma after the payload");
		}
		return payload;
	}

	private int readLength(int first, InputStream input) throws IOException {
		int length = 0;
		int digits = 0;
		for (int next = first; next != ':' || digits == 0; next = next(input)) {
			if (next < '0' || next > '9') {
				throw new MalformedNetstringException("no digit in the length");
			}
			if (digits == 1 && length == 0) {
				throw new MalformedNetstringException("a leading zero in the length");
			}
			long longer = length * 10L + (next - '0');
			if (longer > this.maxLength) {
				throw new NetstringTooLongException("a length over " + this.maxLength);
			}
			length = (int) longer;
			digits++;
		}
		return length;
	}

	private static byte[] readPayload(InputStream input, int length) throws IOException {
		// a short one is not worth the question how much of it is there
		int arrivedFirst = (length <= FIRST_PIECE) ? length : Math.max(FIRST_PIECE, input.available());
		byte[] payload = new byte[Math.min(length, arrivedFirst)];
		int count = 0;
		while (count < length) {
			if (count == payload.length) {
				long arrived = (long) count + Math.max(count, input.available());
				payload = Arrays.copyOf(payload, (int) Math.min(length, arrived));
			}
			int read = input.read(payload, count, payload.length - count);
			if (read < 0) {
				throw new EOFException("the stream ends within a netstring");
			}
			count += read;
		}
		return payload;
	}

	private static int next(InputStream input) throws IOException {
		int next = input.read();
		if (next < 0) {
			throw new EOFException("the stream ends within a netstring");
		}
		return next;
	}

	/**
	 * Writes one netstring. The maximum is for what is read, not for what is written.
	 * @param payload the payload
	 * @param output a stream, best a buffered one: it gets the netstring in pieces
	 * @throws IOException where the stream cannot be written
	 */
	public void write(byte[] payload, OutputStream output) throws IOException {
		output.write((payload.length + ":").getBytes(StandardCharsets.US_ASCII));
		output.write(payload);
		output.write(',');
	}

}
