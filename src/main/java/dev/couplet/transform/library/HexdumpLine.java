package dev.couplet.transform.library;

import java.util.Arrays;
import java.util.HexFormat;

import dev.couplet.transform.ValueRefusedException;

/**
 * A line of a dump. It is read from left to right.
 */
final class HexdumpLine {

	// fits into a long
	private static final int MAX_OFFSET_DIGITS = 15;

	// without a colon, fewer digits can be bytes
	private static final int MIN_OFFSET_DIGITS = 6;

	private static final int MIN_OFFSET_DIGITS_BEFORE_SPACES = 4;

	// hexdump -C has two spaces after as many bytes
	private static final int HALF = 8;

	private final String line;

	private final int number;

	private final boolean colon;

	private int index;

	/**
	 * Creates a line.
	 * @param text the text that it is in
	 * @param start the index of its first character
	 * @param end the index of its line break
	 * @param number its number, from 1
	 */
	HexdumpLine(String text, int start, int end, int number) {
		this.line = text.substring(start, end).stripTrailing();
		this.number = number;
		skipSpaces();
		this.colon = at(endOfDigits(this.index)) == ':';
	}

	boolean isBlank() {
		return this.index >= this.line.length();
	}

	boolean isRepetition() {
		return this.line.strip().equals("*");
	}

	/**
	 * Reads the offset and the spaces after it.
	 * @return the offset
	 */
	long readOffset() {
		int end = endOfDigits(this.index);
		int length = end - this.index;
		boolean last = end == this.line.length();
		int shortest = (last || at(end + 1) == ' ') ? MIN_OFFSET_DIGITS_BEFORE_SPACES : MIN_OFFSET_DIGITS;
		boolean offset = this.colon ? length > 0 : length >= shortest && (last || at(end) == ' ');
		if (!offset || length > MAX_OFFSET_DIGITS) {
			throw refusal(this.index, "it does not start with an offset; hexadecimal only is decoded by hex-decode");
		}
		long value = HexFormat.fromHexDigitsToLong(this.line, this.index, end);
		this.index = this.colon ? end + 1 : end;
		skipSpaces();
		return value;
	}

	/**
	 * Reads the bytes after the offset.
	 * @return the bytes, at least one
	 */
	byte[] readBytes() {
		byte[] bytes = new byte[this.line.length() / 2];
		int count = 0;
		int group = 0;
		boolean binary = true;
		boolean more = true;
		while (more) {
			int end = endOfDigits(this.index);
			int length = end - this.index;
			if (length == 0 || length % 2 > 0 || (!this.colon && length > 2)) {
				throw refusal(end,
						"bytes have two hexadecimal digits each" + (this.colon ? "" : ", and are separated"));
			}
			binary &= isBinary(end);
			group = Math.max(group, length / 2);
			while (this.index < end) {
				bytes[count++] = (byte) HexFormat.fromHexDigits(this.line, this.index, this.index + 2);
				this.index += 2;
			}
			more = isFollowedByBytes(count);
		}
		byte[] read = Arrays.copyOf(bytes, count);
		requireCharacters(read, binary);
		requireOrder(read, group);
		return read;
	}

	private boolean isBinary(int end) {
		boolean binary = end - this.index == Byte.SIZE;
		for (int i = this.index; i < end && binary; i++) {
			binary = this.line.charAt(i) <= '1';
		}
		return binary;
	}

	// and moves there
	private boolean isFollowedByBytes(int count) {
		int spaces = this.index;
		skipSpaces();
		spaces = this.index - spaces;
		char next = at(this.index);
		boolean gap = spaces == 1 || (spaces == 2 && !this.colon && count == HALF);
		return gap && (this.colon || (next != '|' && next != '>'));
	}

	// more characters than bytes are bytes that were not read
	private void requireCharacters(byte[] bytes, boolean binary) {
		int count = bytes.length;
		String shown = this.line.substring(this.index);
		boolean barred = shown.length() > 1 && "|>".indexOf(shown.charAt(0)) >= 0;
		int characters = shown.codePointCount(0, shown.length()) - (barred ? 2 : 0);
		if (characters > count) {
			throw refusal(this.index, "there are more characters than bytes");
		}
		if (binary && characters > 0 && characters < count) {
			throw refusal(this.index, "the bytes seem to be in binary, as of xxd -b");
		}
	}

	// in little-endian order, the characters are those of the bytes in another order
	private void requireOrder(byte[] bytes, int group) {
		String shown = this.line.substring(this.index);
		if (shown.length() == bytes.length && isShown(bytes, group, shown) && !isShown(bytes, 1, shown)) {
			throw refusal(this.index, "the bytes are in little-endian order, as of xxd -e");
		}
	}

	private static boolean isShown(byte[] bytes, int group, String shown) {
		for (int i = 0; i < bytes.length; i++) {
			int start = i / group * group;
			int end = Math.min(bytes.length, start + group);
			byte octet = bytes[start + end - 1 - i];
			if (shown.charAt(i) != ((octet >= ' ' && octet < 0x7F) ? (char) octet : '.')) {
				return false;
			}
		}
		return true;
	}

	private void skipSpaces() {
		while (at(this.index) == ' ' || at(this.index) == '\t') {
			this.index++;
		}
	}

	private int endOfDigits(int first) {
		int end = first;
		while (HexFormat.isHexDigit(at(end))) {
			end++;
		}
		return end;
	}

	private char at(int position) {
		return (position < this.line.length()) ? this.line.charAt(position) : '\0';
	}

	private ValueRefusedException refusal(int position, String what) {
		return new ValueRefusedException("not a dump as of xxd or hexdump -C at line %s, column %s: %s"
			.formatted(this.number, this.line.codePointCount(0, Math.min(position, this.line.length())) + 1, what));
	}

}
