package dev.couplet.transform.library;

import java.math.BigInteger;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Bytes as one large number in a radix that is not a power of two. The conversion takes
 * more than linear time, so the number of bytes is limited. Each zero byte at the start
 * becomes a zero digit, as in Bitcoin's base58.
 */
final class RadixEncoding {

	static final RadixEncoding BASE58 = new RadixEncoding("base58",
			Digits.of("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"),
			"; it has the digits 1-9, A-Z and a-z without I, O and l");

	static final RadixEncoding BASE62 = new RadixEncoding("base62",
			Digits.of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
			"; it has the digits 0-9, A-Z and a-z");

	/**
	 * The maximum number of bytes.
	 */
	static final int MAX_BYTES = 4096;

	// the most digits of which any number fits into a long
	private static final int BLOCK = 10;

	private static final int LEVELS = 10;

	private final String name;

	private final Digits digits;

	private final String digitsHint;

	private final int maxDigits;

	// the radix to the power of BLOCK, and each the square of the one before
	private final BigInteger[] powers = new BigInteger[LEVELS];

	private RadixEncoding(String name, Digits digits, String digitsHint) {
		this.name = name;
		this.digits = digits;
		this.digitsHint = digitsHint;
		this.maxDigits = (int) Math.ceil(MAX_BYTES * Byte.SIZE * Math.log(2) / Math.log(digits.radix()));
		this.powers[0] = BigInteger.valueOf(digits.radix()).pow(BLOCK);
		for (int i = 1; i < LEVELS; i++) {
			this.powers[i] = this.powers[i - 1].multiply(this.powers[i - 1]);
		}
	}

	/**
	 * Encodes bytes.
	 * @param bytes any bytes
	 * @param limit the maximum size of the result
	 * @return the digits
	 * @throws ValueRefusedException if there are more than the maximum number of bytes
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	String encode(byte[] bytes, SizeLimit limit) {
		if (bytes.length > MAX_BYTES) {
			throw new ValueRefusedException("the value has %s bytes, and %s-encode takes at most %s"
				.formatted(bytes.length, this.name, MAX_BYTES) + "; base64url-encode takes any number");
		}
		StringBuilder encoded = new StringBuilder();
		int zeros = 0;
		while (zeros < bytes.length && bytes[zeros] == 0) {
			zeros++;
		}
		BigInteger number = new BigInteger(1, bytes);
		int level = 0;
		while (level < LEVELS && number.compareTo(this.powers[level]) >= 0) {
			level++;
		}
		write(number, level, encoded);
		int start = 0;
		while (start < encoded.length() && encoded.charAt(start) == this.digits.digit(0)) {
			start++;
		}
		String result = String.valueOf(this.digits.digit(0)).repeat(zeros) + encoded.substring(start);
		limit.check(result.length());
		return result;
	}

	private void write(BigInteger number, int level, StringBuilder encoded) {
		if (level > 0) {
			BigInteger[] halves = number.divideAndRemainder(this.powers[level - 1]);
			write(halves[0], level - 1, encoded);
			write(halves[1], level - 1, encoded);
			return;
		}
		char[] block = new char[BLOCK];
		long rest = number.longValue();
		for (int i = BLOCK - 1; i >= 0; i--) {
			block[i] = this.digits.digit((int) (rest % this.digits.radix()));
			rest /= this.digits.radix();
		}
		encoded.append(block);
	}

	/**
	 * Decodes a text. White space is ignored.
	 * @param text any text
	 * @return the bytes
	 * @throws ValueRefusedException if there is anything but digits, or more than the
	 * maximum number of bytes
	 */
	byte[] decode(String text) {
		byte[] values = new byte[Math.min(text.length(), this.maxDigits)];
		int count = 0;
		for (int i = ByteOrderMark.of(text).length(); i < text.length(); i++) {
			char unit = text.charAt(i);
			int value = this.digits.value(unit);
			if (value < 0 && !WhiteSpace.is(unit)) {
				String hint = Decoders.hint(text, unit);
				throw new ValueRefusedException("not a " + this.name + " digit at character " + (i + 1)
						+ (hint.isEmpty() ? this.digitsHint : hint));
			}
			if (value >= 0) {
				requireRoom(count < this.maxDigits);
				values[count++] = (byte) value;
			}
		}
		int zeros = 0;
		while (zeros < count && values[zeros] == 0) {
			zeros++;
		}
		byte[] magnitude = read(values, zeros, count).toByteArray();
		// of the sign
		int start = (magnitude[0] == 0) ? 1 : 0;
		requireRoom(zeros + magnitude.length - start <= MAX_BYTES);
		byte[] bytes = new byte[zeros + magnitude.length - start];
		System.arraycopy(magnitude, start, bytes, zeros, magnitude.length - start);
		return bytes;
	}

	private BigInteger read(byte[] values, int start, int end) {
		if (end - start <= BLOCK) {
			long number = 0;
			for (int i = start; i < end; i++) {
				number = number * this.digits.radix() + values[i];
			}
			return BigInteger.valueOf(number);
		}
		int level = 0;
		while (BLOCK << (level + 1) < end - start) {
			level++;
		}
		int middle = end - (BLOCK << level);
		return read(values, start, middle).multiply(this.powers[level]).add(read(values, middle, end));
	}

	private void requireRoom(boolean room) {
		if (!room) {
			throw new ValueRefusedException("the %s is longer than %s-decode takes, which is that of %s bytes"
				.formatted(this.name, this.name, MAX_BYTES));
		}
	}

}
