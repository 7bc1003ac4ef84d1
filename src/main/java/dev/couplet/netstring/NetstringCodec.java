package dev.couplet.netstring;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Writes netstrings, and reads them from streams; {@link NetstringReader} says what one
 * is. Stateless, and so shared by all connections.
 */
public final class NetstringCodec {

	private static final int BUFFER_SIZE = 8192;

	/**
	 * From which length on, in bytes, a payload is not copied to be written with its
	 * length in one piece.
	 */
	private static final int LONG = 8192;

	private final int maxLength;

	/**
	 * Makes a codec.
	 * @param maxLength the maximum length in bytes of a payload to be read, at least 0
	 */
	public NetstringCodec(int maxLength) {
		if (maxLength < 0) {
			throw new IllegalArgumentException("the maximum length must not be negative");
		}
		this.maxLength = maxLength;
	}

	/**
	 * Begins to read from one connection.
	 * @return a reader for netstrings of at most the codec's maximum length
	 */
	public NetstringReader newReader() {
		return new NetstringReader(this.maxLength);
	}

	/**
	 * Reads one netstring from a stream, and not a byte more.
	 * @param input a stream, best a buffered one: a length is read byte by byte
	 * @return the payload, or null where the stream ends before the netstring begins
	 * @throws MalformedNetstringException where the bytes are not a netstring, or one
	 * that is too long
	 * @throws EOFException where the stream ends within the netstring
	 * @throws IOException where the stream cannot be read
	 */
	public byte @Nullable [] read(InputStream input) throws IOException {
		NetstringReader reader = newReader();
		byte[] buffer = new byte[BUFFER_SIZE];
		byte[] payload = null;
		while (payload == null) {
			int count = input.read(buffer, 0, Math.min(reader.missing(), BUFFER_SIZE));
			if (count < 0) {
				if (reader.hasBegun()) {
					throw new EOFException("the stream ends within a netstring");
				}
				return null;
			}
			payload = reader.read(ByteBuffer.wrap(buffer, 0, count));
		}
		return payload;
	}

	/**
	 * Writes one netstring. The maximum is for what is read, not for what is written.
	 * @param payload the payload
	 * @param output a stream, best a buffered one: it gets the netstring in pieces
	 * @throws IOException where the stream cannot be written
	 */
	public void write(byte[] payload, OutputStream output) throws IOException {
		if (payload.length > LONG) {
			output.write(Integer.toString(payload.length).getBytes(StandardCharsets.US_ASCII));
			output.write(':');
			output.write(payload);
			output.write(',');
		}
		else {
			output.write(frame(payload));
		}
	}

	private static byte[] frame(byte[] payload) {
		int digits = 1;
		for (int rest = payload.length / 10; rest > 0; rest /= 10) {
			digits++;
		}
		byte[] frame = new byte[digits + payload.length + 2];
		int left = payload.length;
		for (int i = digits - 1; i >= 0; i--) {
			frame[i] = (byte) ('0' + left % 10);
			left /= 10;
		}
		frame[digits] = ':';
		System.arraycopy(payload, 0, frame, digits + 1, payload.length);
		frame[frame.length - 1] = ',';
		return frame;
	}

}
