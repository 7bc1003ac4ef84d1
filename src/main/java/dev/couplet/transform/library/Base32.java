package dev.couplet.transform.library;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Base32 (RFC 4648) in one of its two alphabets. (The codec of Apache Commons takes
 * anything for white space.)
 */
final class Base32 {

	/** Section 6. */
	static final Base32 STANDARD = new Base32("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0189",
			"; 0, 1, 8 and 9 are digits of base32hex, which base32hex-decode decodes");

	/** Section 7. */
	static final Base32 HEX = new Base32("0123456789ABCDEFGHIJKLMNOPQRSTUV", "WXYZwxyz",
			"; W, X, Y and Z are digits of base32, which base32-decode decodes");

	private static final int BITS = 5;

	private static final int QUANTUM = 8;

	// of digits, by how many there are after the last whole quantum
	private static final String CUT_OFF = "\1\3\6";

	private final Digits digits;

	private final String others;

	private final String hint;

	private Base32(String digits, String others, String hint) {
		this.digits = Digits.ignoringCase(digits);
		this.others = others;
		this.hint = hint;
	}

	/**
	 * Encodes bytes.
	 * @param bytes any bytes
	 * @param limit the maximum size of the result
	 * @return the digits, with padding
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	String encode(byte[] bytes, SizeLimit limit) {
		long size = (bytes.length + BITS - 1L) / BITS * QUANTUM;
		limit.check(size);
		byte[] encoded = new byte[(int) size];
		Arrays.fill(encoded, (byte) '=');
		int count = 0;
		int buffer = 0;
		int bits = 0;
		for (byte octet : bytes) {
			buffer = buffer << Byte.SIZE | (octet & 0xFF);
			bits += Byte.SIZE;
			while (bits >= BITS) {
				bits -= BITS;
				encoded[count++] = (byte) this.digits.digit(buffer >> bits & 0x1F);
			}
		}
		if (bits > 0) {
			encoded[count] = (byte) this.digits.digit(buffer << (BITS - bits) & 0x1F);
		}
		return new String(encoded, StandardCharsets.ISO_8859_1);
	}

	/**
	 * Decodes a text. White space is ignored, padding is optional, digits can be in lower
	 * case, and unused bits are ignored.
	 * @param text any text
	 * @return the bytes
	 * @throws ValueRefusedException if it is not base32 in this alphabet
	 */
	byte[] decode(String text) {
		byte[] bytes = new byte[(int) (text.length() * (long) BITS / Byte.SIZE)];
		int count = 0;
		int padding = 0;
		int buffer = 0;
		int bits = 0;
		int size = 0;
		for (int i = ByteOrderMark.of(text).length(); i < text.length(); i++) {
			char unit = text.charAt(i);
			int value = this.digits.value(unit);
			if (unit == '=') {
				padding++;
			}
			else if (value >= 0 && padding == 0) {
				buffer = buffer << BITS | value;
				bits += BITS;
				count++;
				if (bits >= Byte.SIZE) {
					bits -= Byte.SIZE;
					bytes[size++] = (byte) (buffer >> bits);
				}
			}
			else if (!WhiteSpace.is(unit)) {
				throw refusal(text, i, value >= 0);
			}
		}
		requireWholeBytes(count, padding);
		return Arrays.copyOf(bytes, size);
	}

	private ValueRefusedException refusal(String text, int index, boolean digit) {
		String place = "at character " + (index + 1);
		if (digit) {
			return new ValueRefusedException("more base32 after the padding, " + place
					+ Decoders.eachLineHint(text.substring(text.indexOf('='), index), decoder()));
		}
		char unit = text.charAt(index);
		return new ValueRefusedException("not a base32 digit " + place
				+ ((this.others.indexOf(unit) >= 0) ? this.hint : Decoders.hint(text, unit)));
	}

	private String decoder() {
		return (this == HEX) ? "base32hex-decode" : "base32-decode";
	}

	private static void requireWholeBytes(int digits, int padding) {
		int rest = digits % QUANTUM;
		if (CUT_OFF.indexOf(rest) >= 0) {
			throw new ValueRefusedException("the base32 is cut off: without white space and padding it has the length "
					+ digits + ", which is not one of whole bytes");
		}
		int missing = (rest > 0) ? QUANTUM - rest : 0;
		if (padding > missing) {
			throw new ValueRefusedException(
					"the base32 ends with too much padding: %s instead of %s characters".formatted(padding, missing)
							+ "; put replace=%3D first");
		}
	}

}
