package dev.couplet.transform;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Strict UTF-8: what every protocol speaks on the wire. Malformed input is an error and
 * never replaced.
 */
public final class Utf8 {

	private static final char REPLACEMENT = '\uFFFD';

	private Utf8() {
	}

	/**
	 * Decodes a part of an array.
	 * @param bytes the array
	 * @param offset where the part begins
	 * @param length how many bytes it has
	 * @return the text
	 * @throws MalformedTextException where the bytes are not well-formed UTF-8
	 */
	public static String decode(byte[] bytes, int offset, int length) {
		String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
		// The JDK's own decoder is by far the fastest, and marks whatever is malformed. A
		// text that has the mark may also have been sent with it, so that one is decoded
		// again, strictly.
		return (text.indexOf(REPLACEMENT) < 0) ? text : decodeStrictly(bytes, offset, length);
	}

	private static String decodeStrictly(byte[] bytes, int offset, int length) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new MalformedTextException("the text is not well-formed UTF-8");
		}
	}

	/**
	 * Encodes a text.
	 * @param text well-formed Unicode
	 * @return its bytes
	 */
	public static byte[] encode(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Counts the bytes that {@link #encode(String)} would make, without making them.
	 * @param text well-formed Unicode
	 * @return the bytes of its UTF-8 form
	 */
	public static long size(CharSequence text) {
		long size = text.length();
		for (int i = 0; i < text.length(); i++) {
			char unit = text.charAt(i);
			if (unit >= 0x800) {
				// either half of a surrogate pair stands for two of its four bytes
				size += Character.isSurrogate(unit) ? 1 : 2;
			}
			else if (unit >= 0x80) {
				size += 1;
			}
		}
		return size;
	}

	/**
	 * Tells whether a text is of ASCII alone, where most questions have quick answers.
	 * @param text any string
	 * @return whether it has one byte for every character
	 */
	public static boolean isAscii(String text) {
		// the JDK encodes ASCII many bytes at a time; a loop here would go one by one
		return encode(text).length == text.length();
	}

	/**
	 * Tells whether a text can be encoded at all: text that came in as an escape, and not
	 * as UTF-8, may have half a surrogate pair in it.
	 * @param text any string
	 * @return whether it is well-formed Unicode
	 */
	public static boolean isWellFormed(CharSequence text) {
		return StandardCharsets.UTF_8.newEncoder().canEncode(CharBuffer.wrap(text));
	}

}
