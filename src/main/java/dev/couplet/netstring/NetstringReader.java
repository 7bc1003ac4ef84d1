package dev.couplet.netstring;

import java.nio.ByteBuffer;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Decodes netstrings from bytes as they arrive, in chunks of any size:
 * {@code <length>:<bytes>,}, where the length is in ASCII digits without leading zeros
 * and counts bytes (D. J. Bernstein, "Netstrings", 1997). A reader holds an incomplete
 * netstring, so each connection needs its own. Used by one thread at a time.
 *
 * <p>
 * A malformed netstring is refused at the first invalid byte, and a length over the
 * maximum at the digit that exceeds it. Memory grows with the bytes received, not with
 * the announced length. A reader cannot be used after an exception, because the start of
 * the next netstring is unknown.
 */
public final class NetstringReader {

	/**
	 * The initial allocation for a payload, in bytes.
	 */
	private static final int FIRST_ALLOCATION = 1024;

	private static final byte[] EMPTY = {};

	private final int maxLength;

	private State state = State.FIRST_DIGIT;

	private int length;

	private byte[] payload = EMPTY;

	private int arrived;

	/**
	 * Creates a reader.
	 * @param maxLength the maximum length of a payload in bytes, at least 0
	 */
	public NetstringReader(int maxLength) {
		if (maxLength < 0) {
			throw new IllegalArgumentException("the maximum length must not be negative");
		}
		this.maxLength = maxLength;
	}

	/**
	 * Consumes bytes up to the end of a netstring, and no bytes after it.
	 * @param input the bytes received, from its position to its limit
	 * @return the payload, or null if the netstring is incomplete; the next call
	 * continues it
	 * @throws MalformedNetstringException if the input is not a netstring or exceeds the
	 * maximum length. The position of the input is then after the offending byte
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
	 * Returns the announced length of an incomplete payload.
	 * @return the length in bytes, 0 if it is not known yet
	 */
	public int length() {
		return (this.state == State.PAYLOAD) ? this.length : 0;
	}

	/**
	 * Returns how much of an incomplete payload has been received.
	 * @return the number of bytes
	 */
	public int arrived() {
		return this.arrived;
	}

	/**
	 * Returns whether an incomplete netstring has been read.
	 * @return false between two netstrings
	 */
	public boolean hasBegun() {
		return this.state != State.FIRST_DIGIT;
	}

	/**
	 * Returns how many bytes can be read without reading past the end of this netstring.
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
		this.payload = EMPTY;
		this.length = 0;
		this.arrived = 0;
		this.state = State.FIRST_DIGIT;
		return whole;
	}

	private enum State {

		FIRST_DIGIT, DIGITS, PAYLOAD, COMMA

	}

}
