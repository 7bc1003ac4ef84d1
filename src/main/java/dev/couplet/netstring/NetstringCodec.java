package dev.couplet.netstring;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Reads netstrings from streams and writes them. {@link NetstringReader} describes the
 * format. Stateless and thread-safe.
 */
public final class NetstringCodec {

	private static final int BUFFER_SIZE = 8192;

	/**
	 * The payload size in bytes above which a netstring is written in several pieces, to
	 * avoid copying the payload.
	 */
	private static final int MAX_COPIED = 8192;

	private final int maxLength;

	/**
	 * Creates a codec.
	 * @param maxLength the maximum length in bytes of a payload that is read, at least 0
	 */
	public NetstringCodec(int maxLength) {
		if (maxLength < 0) {
			throw new IllegalArgumentException("the maximum length must not be negative");
		}
		this.maxLength = maxLength;
	}

	/**
	 * Creates a reader for one connection.
	 * @return a reader with the maximum length of this codec
	 */
	public NetstringReader newReader() {
		return new NetstringReader(this.maxLength);
	}

	/**
	 * Reads one netstring from a stream, and no bytes after it.
	 * @param input a stream, preferably buffered: the length is read byte by byte
	 * @return the payload, or null if the stream is at its end
	 * @throws MalformedNetstringException if the input is not a netstring or exceeds the
	 * maximum length
	 * @throws EOFException if the stream ends inside the netstring
	 * @throws IOException if the stream cannot be read
	 */
	public byte @Nullable [] read(InputStream input) throws IOException {
		NetstringReader reader = newReader();
		byte[] buffer = new byte[BUFFER_SIZE];
		byte[] payload = null;
		while (payload == null) {
			int count = input.read(buffer, 0, Math.min(reader.missing(), BUFFER_SIZE));
			if (count < 0) {
				if (reader.hasBegun()) {
					throw new EOFException("the stream ended inside a netstring");
				}
				return null;
			}
			payload = reader.read(ByteBuffer.wrap(buffer, 0, count));
		}
		return payload;
	}

	/**
	 * Writes one netstring. The maximum length does not apply.
	 * @param payload the payload
	 * @param output a stream, preferably buffered: the netstring may be written in
	 * several pieces
	 * @throws IOException if the stream cannot be written
	 */
	public void write(byte[] payload, OutputStream output) throws IOException {
		if (payload.length > MAX_COPIED) {
			output.write(Integer.toString(payload.length).getBytes(StandardCharsets.US_ASCII));
			output.write(':');
			output.write(payload);
			output.write(',');
		}
		else {
			output.write(frame(payload));
		}
	}

	/**
	 * Writes one netstring whose payload is in two parts. The maximum length does not
	 * apply.
	 * @param start the first part
	 * @param rest the second part
	 * @param output a stream, preferably buffered: the parts are written one after the
	 * other, so that neither is copied
	 * @throws IOException if the stream cannot be written
	 */
	public void write(byte[] start, byte[] rest, OutputStream output) throws IOException {
		output.write(Long.toString((long) start.length + rest.length).getBytes(StandardCharsets.US_ASCII));
		output.write(':');
		output.write(start);
		output.write(rest);
		output.write(',');
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
