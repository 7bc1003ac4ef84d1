package dev.couplet.transform.library;

import java.util.Arrays;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Base45 (RFC 9285). A space is one of its digits.
 */
final class Base45 {

	private static final Digits DIGITS = Digits.of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:");

	private static final int RADIX = 45;

	// for two bytes
	private static final int GROUP = 3;

	private static final String SMALL_LETTERS = "abcdefghijklmnopqrstuvwxyz";

	private Base45() {
	}

	/**
	 * Encodes bytes.
	 * @param bytes any bytes
	 * @param limit the maximum size of the result
	 * @return three digits for two bytes, and two for a last one
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String encode(byte[] bytes, SizeLimit limit) {
		long size = bytes.length / 2 * (long) GROUP + bytes.length % 2 * 2L;
		limit.check(size);
		StringBuilder encoded = new StringBuilder((int) size);
		for (int i = 0; i < bytes.length; i += 2) {
			boolean two = i + 1 < bytes.length;
			int number = two ? (bytes[i] & 0xFF) << Byte.SIZE | (bytes[i + 1] & 0xFF) : bytes[i] & 0xFF;
			encoded.append(DIGITS.digit(number % RADIX)).append(DIGITS.digit(number / RADIX % RADIX));
			if (two) {
				encoded.append(DIGITS.digit(number / (RADIX * RADIX)));
			}
		}
		return encoded.toString();
	}

	/**
	 * Decodes a text. Line breaks at its end are ignored.
	 * @param text any text
	 * @return the bytes
	 * @throws ValueRefusedException if it is not base45
	 */
	static byte[] decode(String text) {
		int end = text.length();
		while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
			end--;
		}
		byte[] bytes = new byte[end];
		int count = 0;
		for (int i = ByteOrderMark.of(text).length(); i < end; i += GROUP) {
			int length = Math.min(GROUP, end - i);
			int number = number(text, i, i + length);
			if (length == 1) {
				throw new ValueRefusedException("the base45 is cut off after character " + end
						+ ": three digits are two bytes, and two digits are one");
			}
			if (number >= ((length == GROUP) ? 1 << Short.SIZE : 1 << Byte.SIZE)) {
				throw new ValueRefusedException("not base45: the " + length + " digits at character " + (i + 1)
						+ " are more than " + ((length == GROUP) ? "two bytes" : "a byte") + " can be");
			}
			if (length == GROUP) {
				bytes[count++] = (byte) (number >> Byte.SIZE);
			}
			bytes[count++] = (byte) number;
		}
		return Arrays.copyOf(bytes, count);
	}

	// the last digit counts most
	private static int number(String text, int start, int end) {
		int number = 0;
		int weight = 1;
		for (int i = start; i < end; i++) {
			int value = DIGITS.value(text.charAt(i));
			if (value < 0) {
				throw new ValueRefusedException(
						"not a base45 digit at character " + (i + 1) + hint(text, text.charAt(i)));
			}
			number += value * weight;
			weight *= RADIX;
		}
		return number;
	}

	private static String hint(String text, char unit) {
		if (unit == '\n' || unit == '\r') {
			return "; put join-lines= first";
		}
		return (SMALL_LETTERS.indexOf(unit) >= 0) ? "; its letters are capitals" : Decoders.hint(text, unit);
	}

}
