package dev.couplet.transform;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Strict UTF-8, the encoding of all protocols. Malformed input is an error; it is never
 * replaced.
 */
public final class Utf8 {

	private static final char REPLACEMENT = '\uFFFD';

	private Utf8() {
	}

	/**
	 * Decodes a part of an array.
	 * @param bytes the array
	 * @param offset the offset of the first byte
	 * @param length the number of bytes
	 * @return the text
	 * @throws MalformedTextException if the bytes are not well-formed UTF-8
	 */
	public static String decode(byte[] bytes, int offset, int length) {
		String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
		// The JDK's decoder is by far the fastest, and replaces malformed input by
		// U+FFFD. That character may also have been sent, so a text that contains it is
		// decoded again, strictly.
		return (text.indexOf(REPLACEMENT) < 0) ? text : decodeStrictly(bytes, offset, length);
	}

	private static String decodeStrictly(byte[] bytes, int offset, int length) {
		ByteBuffer input = ByteBuffer.wrap(bytes, offset, length);
		CharBuffer text = CharBuffer.allocate(length);
		CoderResult end = StandardCharsets.UTF_8.newDecoder().decode(input, text, true);
		if (end.isError()) {
			throw MalformedTextException.atByte(input.position() - offset + 1, StandardCharsets.UTF_8);
		}
		return text.flip().toString();
	}

	/**
	 * Encodes a text.
	 * @param text well-formed Unicode
	 * @return its bytes in UTF-8
	 */
	public static byte[] encode(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Returns the length of the result of {@link #encode(String)}, without encoding.
	 * @param text well-formed Unicode
	 * @return the number of bytes
	 */
	public static long size(CharSequence text) {
		return size(text, 0, text.length());
	}

	/**
	 * Returns the size of a part of a text.
	 * @param text well-formed Unicode
	 * @param start the index of the first UTF-16 code unit
	 * @param end the index after the last one
	 * @return the number of bytes
	 */
	static long size(CharSequence text, int start, int end) {
		long size = (long) end - start;
		for (int i = start; i < end; i++) {
			char unit = text.charAt(i);
			if (unit >= 0x800) {
				// each half of a surrogate pair accounts for two of its four bytes
				size += Character.isSurrogate(unit) ? 1 : 2;
			}
			else if (unit >= 0x80) {
				size += 1;
			}
		}
		return size;
	}

	/**
	 * Returns whether a text is pure ASCII.
	 * @param text any string
	 * @return whether every character is below U+0080
	 */
	public static boolean isAscii(String text) {
		// the JDK's encoder is vectorized; a loop here would not be
		return encode(text).length == text.length();
	}

	/**
	 * Finds the first unpaired surrogate.
	 * @param text any string
	 * @return the number of the character, from 1, or 0 if the string is well-formed
	 * Unicode
	 */
	public static int unpairedSurrogate(String text) {
		if (isWellFormed(text)) {
			return 0;
		}
		return 1 + (int) text.codePoints()
			.takeWhile((character) -> Character.getType(character) != Character.SURROGATE)
			.count();
	}

	/**
	 * Returns whether a string can be encoded. A string decoded from escapes, such as
	 * those of JSON, can contain an unpaired surrogate.
	 * @param text any string
	 * @return whether it is well-formed Unicode
	 */
	public static boolean isWellFormed(CharSequence text) {
		return StandardCharsets.UTF_8.newEncoder().canEncode(CharBuffer.wrap(text));
	}

}
