package dev.couplet.transform.library;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Reads and shows bytes in hexadecimal.
 */
final class Hexadecimal {

	private static final String SEPARATORS = ":-,";

	// an offset of xxd, whose digits are not bytes
	private static final Pattern COLON_DUMP = Pattern.compile("[0-9a-fA-F]{8}: ");

	// an offset of hexdump
	private static final Pattern DUMP = Pattern.compile("[0-9a-fA-F]{8}  ");

	private static final int BYTES_A_LINE = 16;

	private static final int OFFSET_DIGITS = 8;

	private static final String EMPTY_LINE = " ".repeat(60) + "|";

	private Hexadecimal() {
	}

	/**
	 * Decodes bytes of two digits each. Between them there can be white space, colons,
	 * hyphens and commas, and before each {@code 0x} or {@code \x}.
	 * @param text any text
	 * @return the bytes
	 * @throws ValueRefusedException if a byte has one digit, or there is anything else
	 */
	static byte[] decode(String text) {
		byte[] bytes = new byte[text.length() / 2];
		int count = 0;
		int i = ByteOrderMark.of(text).length();
		if (COLON_DUMP.matcher(text).region(i, text.length()).lookingAt()) {
			throw new ValueRefusedException(
					"the text starts with an offset and a colon, as of xxd; hexdump-decode decodes such a dump");
		}
		while (i < text.length()) {
			char unit = text.charAt(i);
			if (WhiteSpace.is(unit) || SEPARATORS.indexOf(unit) >= 0) {
				i++;
				continue;
			}
			i += isPrefix(text, i) ? 2 : 0;
			bytes[count++] = (byte) (digit(text, i) << 4 | digit(text, i + 1));
			i += 2;
		}
		return Arrays.copyOf(bytes, count);
	}

	private static boolean isPrefix(String text, int index) {
		char first = text.charAt(index);
		char second = (index + 1 < text.length()) ? text.charAt(index + 1) : ' ';
		return (first == '0' || first == '\\') && (second == 'x' || second == 'X');
	}

	private static int digit(String text, int index) {
		if (index >= text.length()) {
			throw new ValueRefusedException("the hexadecimal is cut off after character " + text.length()
					+ ": the last byte has less than two digits");
		}
		char unit = text.charAt(index);
		if (!HexFormat.isHexDigit(unit)) {
			throw new ValueRefusedException("not a hexadecimal digit at character " + (index + 1) + hint(text, unit));
		}
		return HexFormat.fromHexDigit(unit);
	}

	private static String hint(String text, char unit) {
		if (DUMP.matcher(text).lookingAt()) {
			return "; if it is a dump as of hexdump -C, hexdump-decode decodes it";
		}
		String hint = Decoders.hint(text, unit);
		return hint.isEmpty() ? "; each byte has two digits" : hint;
	}

	/**
	 * Shows bytes as {@code hexdump -C} does, but every line.
	 * @param bytes the bytes
	 * @param limit the maximum size of the result
	 * @return lines, each with its line break; none if there are no bytes
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String dump(byte[] bytes, SizeLimit limit) {
		LimitedBuilder lines = new LimitedBuilder(limit);
		for (int start = 0; start < bytes.length; start += BYTES_A_LINE) {
			lines.append(line(bytes, start, Math.min(bytes.length, start + BYTES_A_LINE)));
		}
		return lines.append((bytes.length > 0) ? offset(bytes.length) + "\n" : "").toString();
	}

	private static String line(byte[] bytes, int start, int end) {
		StringBuilder line = new StringBuilder(EMPTY_LINE);
		line.replace(0, OFFSET_DIGITS, offset(start));
		for (int i = start; i < end; i++) {
			int column = i - start;
			int place = OFFSET_DIGITS + 2 + 3 * column + ((column < BYTES_A_LINE / 2) ? 0 : 1);
			line.replace(place, place + 2, HexFormat.of().toHexDigits(bytes[i]));
			line.append((bytes[i] >= ' ' && bytes[i] < 0x7F) ? (char) bytes[i] : '.');
		}
		return line.append("|\n").toString();
	}

	private static String offset(int index) {
		return HexFormat.of().toHexDigits(index, OFFSET_DIGITS);
	}

}
