package dev.couplet.transform.library;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Encodings of four bytes in five digits of base 85.
 */
final class Base85 {

	private static final Digits ASCII85 = Digits
		.of("!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstu");

	private static final Digits Z85 = Digits
		.of("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#");

	private static final int RADIX = 85;

	private static final int DIGITS = 5;

	private static final int BYTES = 4;

	private Base85() {
	}

	/**
	 * Encodes bytes in Ascii85 as Adobe's, without a start and end.
	 * @param bytes any bytes
	 * @param limit the maximum size of the result
	 * @return the digits, with a z for four zero bytes
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String encodeAscii85(byte[] bytes, SizeLimit limit) {
		int whole = bytes.length / BYTES * BYTES;
		int rest = bytes.length - whole;
		long size = whole / BYTES * (long) DIGITS + ((rest > 0) ? rest + 1 : 0);
		for (int i = 0; i < whole; i += BYTES) {
			size -= (number(bytes, i) == 0) ? DIGITS - 1 : 0;
		}
		limit.check(size);
		byte[] encoded = new byte[(int) size];
		int count = 0;
		for (int i = 0; i < whole; i += BYTES) {
			int number = number(bytes, i);
			if (number == 0) {
				encoded[count++] = 'z';
			}
			else {
				write(number, DIGITS, ASCII85, encoded, count);
				count += DIGITS;
			}
		}
		if (rest > 0) {
			write(number(Arrays.copyOfRange(bytes, whole, whole + BYTES), 0), rest + 1, ASCII85, encoded, count);
		}
		return new String(encoded, StandardCharsets.ISO_8859_1);
	}

	/**
	 * Decodes Ascii85. White space is ignored, and the start and end can be missing.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return the bytes
	 * @throws ValueRefusedException if it is not Ascii85
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static byte[] decodeAscii85(String text, SizeLimit limit) {
		int start = skip(text, ByteOrderMark.of(text).length());
		int end = text.length();
		while (end > start && WhiteSpace.is(text.charAt(end - 1))) {
			end--;
		}
		boolean opened = text.startsWith("<~", start);
		start += opened ? 2 : 0;
		if (end - start >= 2 && text.startsWith("~>", end - 2)) {
			end -= 2;
		}
		else if (opened) {
			throw new ValueRefusedException("the Ascii85 starts with <~ and is cut off: it does not end with ~>");
		}
		return new Reader(text, ASCII85, "Ascii85", end).read(start, limit);
	}

	/**
	 * Encodes bytes in Z85.
	 * @param bytes the bytes, four or a multiple of four
	 * @param limit the maximum size of the result
	 * @return the digits
	 * @throws ValueRefusedException if they are not a multiple of four
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String encodeZ85(byte[] bytes, SizeLimit limit) {
		if (bytes.length % BYTES > 0) {
			throw new ValueRefusedException("Z85 is of a multiple of 4 bytes, and the value has " + bytes.length
					+ "; ascii85-encode takes any number");
		}
		long size = bytes.length / BYTES * (long) DIGITS;
		limit.check(size);
		byte[] encoded = new byte[(int) size];
		for (int i = 0; i < bytes.length; i += BYTES) {
			write(number(bytes, i), DIGITS, Z85, encoded, i / BYTES * DIGITS);
		}
		return new String(encoded, StandardCharsets.ISO_8859_1);
	}

	/**
	 * Decodes Z85. White space is ignored.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return the bytes
	 * @throws ValueRefusedException if it is not Z85
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static byte[] decodeZ85(String text, SizeLimit limit) {
		return new Reader(text, Z85, "Z85", text.length()).read(ByteOrderMark.of(text).length(), limit);
	}

	private static int skip(String text, int start) {
		int index = start;
		while (index < text.length() && WhiteSpace.is(text.charAt(index))) {
			index++;
		}
		return index;
	}

	private static int number(byte[] bytes, int start) {
		int number = 0;
		for (int i = start; i < start + BYTES; i++) {
			number = number << Byte.SIZE | (bytes[i] & 0xFF);
		}
		return number;
	}

	private static void write(int number, int digits, Digits alphabet, byte[] encoded, int start) {
		long rest = Integer.toUnsignedLong(number);
		for (int i = DIGITS - 1; i >= 0; i--) {
			if (i < digits) {
				encoded[start + i] = (byte) alphabet.digit((int) (rest % RADIX));
			}
			rest /= RADIX;
		}
	}

	/**
	 * Reads digits.
	 */
	private static final class Reader {

		private final String text;

		private final Digits digits;

		private final String name;

		private final int end;

		private int groupStart;

		private int groupLength;

		private long group;

		private byte[] bytes = new byte[0];

		private int count;

		Reader(String text, Digits digits, String name, int end) {
			this.text = text;
			this.digits = digits;
			this.name = name;
			this.end = end;
		}

		byte[] read(int start, SizeLimit limit) {
			long size = size(start);
			limit.check(size);
			this.bytes = new byte[(int) size];
			for (int i = start; i < this.end; i++) {
				char unit = this.text.charAt(i);
				if (isZero(unit) && this.groupLength == 0) {
					this.count += BYTES;
				}
				else if (!WhiteSpace.is(unit)) {
					add(i);
				}
			}
			addLast();
			return this.bytes;
		}

		// of the result, if the text is valid, and not less if it is not
		private long size(int start) {
			long size = 0;
			long others = 0;
			for (int i = start; i < this.end; i++) {
				char unit = this.text.charAt(i);
				size += isZero(unit) ? BYTES : 0;
				others += (this.digits.value(unit) >= 0 && !isZero(unit)) ? 1 : 0;
			}
			return size + others / DIGITS * BYTES + Math.max(0, others % DIGITS - 1);
		}

		private boolean isZero(char unit) {
			return unit == 'z' && this.digits == ASCII85;
		}

		private void add(int index) {
			int value = this.digits.value(this.text.charAt(index));
			if (value < 0) {
				throw refusal(index);
			}
			this.groupStart = (this.groupLength == 0) ? index : this.groupStart;
			this.group = this.group * RADIX + value;
			this.groupLength++;
			if (this.groupLength == DIGITS) {
				write(BYTES);
			}
		}

		private void addLast() {
			if (this.groupLength == 0) {
				return;
			}
			if (this.groupLength == 1 || this.digits == Z85) {
				throw new ValueRefusedException("the " + this.name + " is cut off: the last "
						+ ((this.groupLength == 1) ? "digit" : this.groupLength + " digits") + ", at character "
						+ (this.groupStart + 1) + ", should be " + ((this.digits == Z85) ? "5" : "2 to 5"));
			}
			int length = this.groupLength - 1;
			while (this.groupLength < DIGITS) {
				this.group = this.group * RADIX + RADIX - 1;
				this.groupLength++;
			}
			write(length);
		}

		private void write(int length) {
			if (this.group >= 1L << Integer.SIZE) {
				throw new ValueRefusedException("not " + this.name + ": the digits at character "
						+ (this.groupStart + 1) + " are more than four bytes can be");
			}
			for (int i = 0; i < length; i++) {
				this.bytes[this.count++] = (byte) (this.group >> ((BYTES - 1 - i) * Byte.SIZE));
			}
			this.group = 0;
			this.groupLength = 0;
		}

		private ValueRefusedException refusal(int index) {
			char unit = this.text.charAt(index);
			String place = "at character " + (index + 1);
			if (isZero(unit)) {
				return new ValueRefusedException("a z inside of five digits of Ascii85, " + place);
			}
			if (unit == 'y' && this.digits == ASCII85) {
				return new ValueRefusedException(
						"a y in Ascii85, " + place + "; if it stands for four spaces, put replace=y:+%3CVdL first");
			}
			return new ValueRefusedException(
					"not a digit of " + this.name + " " + place + Decoders.hint(this.text, unit));
		}

	}

}
