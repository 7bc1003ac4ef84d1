package dev.couplet.client;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 that fails where the JDK's methods replace characters.
 */
final class StrictUtf8 {

	private static final char REPLACEMENT = '\uFFFD';

	private StrictUtf8() {
	}

	/**
	 * Encodes a text.
	 * @param text any string
	 * @return its bytes
	 * @throws IllegalArgumentException if the string contains an unpaired surrogate
	 */
	static byte[] encode(String text) {
		if (text.codePoints().anyMatch(StrictUtf8::isSurrogate)) {
			throw new IllegalArgumentException("the recipe or the text contains an unpaired surrogate");
		}
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Decodes bytes.
	 * @param bytes any bytes
	 * @return the text
	 * @throws CharacterCodingException if the bytes are not well-formed UTF-8
	 */
	static String decode(byte[] bytes) throws CharacterCodingException {
		// the JDK replaces malformed bytes by U+FFFD, which may also have been sent; a
		// decoder would need three times the memory for every text
		String text = new String(bytes, StandardCharsets.UTF_8);
		return (text.indexOf(REPLACEMENT) < 0) ? text
				: StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
	}

	private static boolean isSurrogate(int character) {
		return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
	}

}
