package dev.couplet.netstring;

import java.nio.ByteBuffer;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Reads netstrings from bytes as they arrive, in whatever pieces:
 * {@code <length>:<bytes>,}, the length in ASCII digits without a leading zero, counting
 * bytes (D. J. Bernstein, "Netstrings", 1997). It keeps what has arrived of one
 * netstring, so there is one reader for each connection, used by one thread at a time.
 *
 * <p>
 * A malformed netstring is refused at the first byte that shows it, and a length over the
 * maximum at the digit that exceeds it. Memory grows with what arrives, not with the
 * announced length. After an exception the reader cannot be used any more, because where
 * the next netstring begins is unknown.
 */
public final class NetstringReader {

	/**
	 * How much is allocated for a payload before any of it has arrived.
	 */
	private static final int FIRST_ALLOCATION = 1024;

	private static final byte[] NOTHING = {};

	private final int maxLength;

	private State state = State.FIRST_DIGIT;

	private int length;

	private byte[] payload = NOTHING;

	private int arrived;

	/**
	 * Makes a reader.
	 * @param maxLength the maximum length of a payload in bytes, at least 0
	 */
	public NetstringReader(int maxLength) {
		if (maxLength < 0) {
			throw new IllegalArgumentException("the maximum length must not be negative");
		}
		this.maxLength = maxLength;
	}

	/**
	 * Consumes bytes up to the end of a netstring, and none after it.
	 * @param input the bytes that arrived, from its position to its limit
	 * @return the payload; null where the input ends before the netstring does, and the
	 * rest is expected in a later call
	 * @throws MalformedNetstringException where the bytes are not a netstring, or one
	 * that is too long. The input's position is then behind the byte that shows it
	 */
	public byte @Nullable [] read(ByteBuffer input) throws MalformedNetstringException {
		while (input.hasRemaining()) {
			switch (this.state) {
				case FIRST_DIGIT, DIGITS -> readLength(input.get());
				case PAYLOAD -> readPayload(input);
				case COMMA -> {
					return readComma(input.get());
				}
			}
		}
		return null;
	}

	/**
	 * How long the payload is of which a part is missing.
	 * @return bytes; 0 where the length has not been read to its end
	 */
	public int length() {
		return (this.state == State.PAYLOAD) ? this.length : 0;
	}

	/**
	 * How much has arrived of the payload of which a part is missing.
	 * @return bytes
	 */
	public int arrived() {
		return this.arrived;
	}

	/**
	 * Whether a part of a netstring has been read.
	 * @return false between two netstrings
	 */
	public boolean hasBegun() {
		return this.state != State.FIRST_DIGIT;
	}

	/**
	 * How many bytes can be read without going beyond the end of this netstring.
	 * @return at least 1
	 */
	int missing() {
		return (this.state == State.PAYLOAD) ? this.length - this.arrived : 1;
	}

	private void readLength(byte next) throws MalformedNetstringException {
		if (next == ':' && this.state == State.DIGITS) {
			this.payload = new byte[Math.min(this.length, FIRST_ALLOCATION)];
			this.state = (this.length == 0) ? State.COMMA : State.PAYLOAD;
			return;
		}
		if (next < '0' || next > '9') {
			throw new MalformedNetstringException("no digit in the length");
		}
		if (this.state == State.DIGITS && this.length == 0) {
			throw new MalformedNetstringException("a leading zero in the length");
		}
		long longer = this.length * 10L + (next - '0');
		if (longer > this.maxLength) {
			throw new NetstringTooLongException("a length over " + this.maxLength);
		}
		this.length = (int) longer;
		this.state = State.DIGITS;
	}

	private void readPayload(ByteBuffer input) {
		int count = Math.min(input.remaining(), this.length - this.arrived);
		if (this.arrived + count > this.payload.length) {
			long capacity = Math.max(this.arrived + count, 2L * this.payload.length);
			this.payload = Arrays.copyOf(this.payload, (int) Math.min(this.length, capacity));
		}
		input.get(this.payload, this.arrived, count);
		this.arrived += count;
		if (this.arrived == this.length) {
			this.state = State.COMMA;
		}
	}

	private byte[] readComma(byte next) throws MalformedNetstringException {
		if (next != ',') {
			throw new MalformedNetstringException("no comma after the payload");
		}
		byte[] whole = this.payload;
		this.payload = NOTHING;
		this.length = 0;
		this.arrived = 0;
		this.state = State.FIRST_DIGIT;
		return whole;
	}

	private enum State {

		FIRST_DIGIT, DIGITS, PAYLOAD, COMMA

	}

}
