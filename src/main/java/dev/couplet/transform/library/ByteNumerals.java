package dev.couplet.transform.library;

import java.util.Arrays;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Bytes as numbers, with something between them.
 */
final class ByteNumerals {

	private static final int VALUES = 256;

	/** Eight digits each. */
	static final ByteNumerals BINARY = new ByteNumerals("a binary digit", 2, 8, "0b",
			"each byte has eight binary digits");

	/** Three digits each, which can be fewer where numbers are separated. */
	static final ByteNumerals OCTAL = new ByteNumerals("an octal digit", 8, 3, "0o",
			"each byte has up to three octal digits, and is at most 377");

	/** As few digits as there can be. */
	static final ByteNumerals DECIMAL = new ByteNumerals("a decimal digit", 10, 1, "",
			"each number is at most 255, and numbers are separated");

	private static final String SEPARATORS = ":-,";

	private final String digit;

	private final int radix;

	private final int width;

	private final String prefix;

	private final String rule;

	private final String[] numerals = new String[VALUES];

	private ByteNumerals(String digit, int radix, int width, String prefix, String rule) {
		this.digit = digit;
		this.radix = radix;
		this.width = width;
		this.prefix = prefix;
		this.rule = rule;
		for (int i = 0; i < VALUES; i++) {
			String numeral = Integer.toString(i, radix);
			this.numerals[i] = "0".repeat(Math.max(0, width - numeral.length())) + numeral;
		}
	}

	/**
	 * Encodes bytes.
	 * @param bytes any bytes
	 * @param separator what to put between two bytes
	 * @param limit the maximum size of the result
	 * @return the numbers
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	String encode(byte[] bytes, String separator, SizeLimit limit) {
		long size = Math.max(0, bytes.length - 1L) * separator.length();
		for (byte octet : bytes) {
			size += this.numerals[octet & 0xFF].length();
		}
		limit.check(size);
		StringBuilder encoded = new StringBuilder((int) size);
		for (int i = 0; i < bytes.length; i++) {
			encoded.append((i > 0) ? separator : "").append(this.numerals[bytes[i] & 0xFF]);
		}
		return encoded.toString();
	}

	/**
	 * Decodes numbers. Between them there can be white space, colons, hyphens and commas.
	 * @param text any text
	 * @return the bytes
	 * @throws ValueRefusedException if there is anything else, or a number is not that of
	 * a byte
	 */
	byte[] decode(String text) {
		byte[] bytes = new byte[text.length()];
		int count = 0;
		boolean separated = true;
		int i = ByteOrderMark.of(text).length();
		while (i < text.length()) {
			char unit = text.charAt(i);
			if (WhiteSpace.is(unit) || SEPARATORS.indexOf(unit) >= 0) {
				requireNotNegative(unit, separated, i);
				separated = true;
				i++;
				continue;
			}
			int start = i + prefix(text, i);
			int end = endOfDigits(text, start);
			int each = lengthOfEach(start, end, unit == '\\');
			for (int j = start; j < end; j += each) {
				bytes[count++] = octet(text, j, j + each);
			}
			separated = false;
			i = end;
		}
		return Arrays.copyOf(bytes, count);
	}

	// -61 is not the byte 61
	private void requireNotNegative(char unit, boolean separated, int index) {
		if (unit == '-' && separated && this == DECIMAL) {
			throw new ValueRefusedException(
					"a hyphen that is not between two numbers, at character " + (index + 1) + "; " + this.rule);
		}
	}

	private int prefix(String text, int index) {
		if (this == OCTAL && text.charAt(index) == '\\') {
			return 1;
		}
		return text.regionMatches(true, index, this.prefix, 0, this.prefix.length()) ? this.prefix.length() : 0;
	}

	private int endOfDigits(String text, int start) {
		int end = start;
		while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) < '0' + this.radix) {
			end++;
		}
		if (end == start) {
			throw new ValueRefusedException(
					(start < text.length()) ? "not %s at character %s; %s".formatted(this.digit, start + 1, this.rule)
							: "the text is cut off after character %s; %s".formatted(start, this.rule));
		}
		return end;
	}

	private int lengthOfEach(int start, int end, boolean escape) {
		int length = end - start;
		boolean one = (this == BINARY) ? length == this.width : length <= 3;
		if (one) {
			return length;
		}
		if (this == DECIMAL || escape || length % this.width > 0) {
			throw new ValueRefusedException(
					"the number at character %s has %s digits; %s".formatted(start + 1, end - start, this.rule));
		}
		return this.width;
	}

	private byte octet(String text, int start, int end) {
		int number = Integer.parseInt(text, start, end, this.radix);
		if (number >= VALUES) {
			throw new ValueRefusedException(
					"the number at character %s is not that of a byte; %s".formatted(start + 1, this.rule));
		}
		return (byte) number;
	}

}
