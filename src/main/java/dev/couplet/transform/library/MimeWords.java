package dev.couplet.transform.library;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Encodes the values of mail headers as encoded words of UTF-8 (RFC 2047), in the B
 * encoding or the Q encoding.
 */
final class MimeWords {

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	private static final int MAX_LENGTH = 75 - "=?utf-8?q??=".length();

	private static final String SEPARATOR = "\r\n ";

	// section 5 (3): the characters that need no encoding wherever the word is
	private static final String PLAIN = "-!*+/";

	private final LimitedBuilder words;

	private final boolean base64;

	private final StringBuilder word = new StringBuilder();

	private MimeWords(LimitedBuilder words, boolean base64) {
		this.words = words;
		this.base64 = base64;
	}

	/**
	 * Encodes a text.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return encoded words of at most 75 characters, each on its line, or the text
	 * itself if it is printable ASCII that cannot be taken for an encoded word
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String encode(String text, SizeLimit limit) {
		if (text.chars().allMatch(JavaEscapes::isPrintable) && !text.contains("=?")) {
			limit.check(text);
			return text;
		}
		LimitedBuilder words = new LimitedBuilder(limit);
		long octets = Utf8.size(text);
		long plain = text.chars().filter((unit) -> isPlain(unit) || unit == ' ').count();
		boolean base64 = (octets + 2) / 3 * 4 < plain + 3 * (octets - plain);
		new MimeWords(words, base64).encode(text);
		return words.toString();
	}

	private void encode(String text) {
		int length = 0;
		int i = 0;
		while (i < text.length()) {
			int character = text.codePointAt(i);
			String piece = Character.toString(character);
			int size = this.base64 ? (int) Utf8.size(piece) : quoted(piece).length();
			if (length + size > (this.base64 ? MAX_LENGTH / 4 * 3 : MAX_LENGTH)) {
				flush();
				length = 0;
			}
			length += size;
			this.word.append(this.base64 ? piece : quoted(piece));
			i += piece.length();
		}
		flush();
	}

	private void flush() {
		String contents = this.word.toString();
		this.word.setLength(0);
		this.words.append(this.words.isEmpty() ? "" : SEPARATOR)
			.append(this.base64 ? "=?utf-8?b?" : "=?utf-8?q?")
			.append(this.base64 ? Base64.getEncoder().encodeToString(contents.getBytes(StandardCharsets.UTF_8))
					: contents)
			.append("?=");
	}

	private static String quoted(String character) {
		int first = character.charAt(0);
		if (isPlain(first)) {
			return character;
		}
		if (first == ' ') {
			return "_";
		}
		StringBuilder quoted = new StringBuilder();
		for (byte octet : Utf8.encode(character)) {
			quoted.append('=').append(HEX.toHexDigits(octet));
		}
		return quoted.toString();
	}

	private static boolean isPlain(int unit) {
		return AsciiCharacter.isLetterOrDigit(unit) || PLAIN.indexOf(unit) >= 0;
	}

}
