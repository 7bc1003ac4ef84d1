package dev.couplet.transform.guess;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a text that look as if they were encoded: percent-encoded bytes, character
 * references, escapes, and UTF-8 that was read in another charset. A text without them
 * looks better than the same text with them.
 */
final class EncodedParts {

	static final Pattern PERCENT = Pattern.compile("%[0-9A-Fa-f]{2}");

	static final Pattern REFERENCE = Pattern
		.compile("&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

	static final Pattern ESCAPE = Pattern.compile("\\\\u(?:[0-9A-Fa-f]{4}|\\{[0-9A-Fa-f]{1,6}\\})");

	/**
	 * A byte as JavaScript, C and Python write it.
	 */
	static final Pattern BYTE_ESCAPE = Pattern.compile("\\\\x[0-9A-Fa-f]{2}");

	static final Pattern ESCAPED_QUOTE = Pattern.compile("\\\\\"");

	/**
	 * What quoted-printable must encode, except control characters: {@code =10} is
	 * probably a number.
	 */
	private static final Pattern QUOTED_PRINTABLE = Pattern
		.compile("=(?:3D|[89A-F][0-9A-F]|0[9AD]|20(?=\\r?\\n|=|$)|\\r?\\n(?!\\s*$))");

	/**
	 * What quoted-printable must encode.
	 */
	static final Pattern QUOTED_BYTE = Pattern
		.compile("=(?:3D|[0189A-F][0-9A-F]|7F|20(?=\\r?\\n|=|$)|\\r?\\n(?!\\s*$))");

	static final Pattern MIME_WORD = Pattern.compile("=\\?[A-Za-z0-9_-]{1,40}\\?[BbQq]\\?[^? ]{0,100}\\?=");

	static final Pattern ASCII_DOMAIN = Pattern.compile("(?i)\\bxn--[a-z0-9-]{1,60}");

	/**
	 * Two of the characters that the bytes of a character in UTF-8 are in windows-1252 or
	 * ISO 8859-1.
	 */
	static final Pattern MOJIBAKE = Pattern.compile("[\u00c2-\u00f4][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020"
			+ "\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161"
			+ "\u203a\u0153\u017e\u0178]");

	private static final Pattern BITS = Pattern.compile("\\b[01]{8}[ \\r\\n]{1,2}[01]{8}\\b");

	/**
	 * The beginning of a uuencoded file: its name, and its first line.
	 */
	static final Pattern UUENCODED = Pattern.compile("\\Abegin [0-7]{3,4} [^\r\n]{1,200}\r?\n[ -`]{1,100}\r?\n");

	private static final List<Pattern> ALL = List.of(PERCENT, REFERENCE, ESCAPE, BYTE_ESCAPE, ESCAPED_QUOTE,
			QUOTED_PRINTABLE, MIME_WORD, ASCII_DOMAIN, MOJIBAKE, BITS, UUENCODED);

	private static final Pattern ESCAPED = Pattern.compile("\\\\[nrt\"\\\\/]");

	private static final double ANY = 0.12;

	private static final double MOST = 0.95;

	private EncodedParts() {
	}

	/**
	 * Returns how little of a text looks encoded.
	 * @param text a text
	 * @return 1 if nothing does, close to 0 if all of it does
	 */
	static double clarity(String text) {
		int encoded = ALL.stream().mapToInt((pattern) -> length(pattern, text)).sum();
		if (isQuoted(text)) {
			encoded += length(ESCAPED, text);
		}
		return (encoded == 0) ? 1 : 1 - Math.min(MOST, ANY + (1.2 * encoded) / text.length());
	}

	static boolean isQuoted(String text) {
		String trimmed = text.strip();
		return trimmed.length() > 1 && trimmed.startsWith("\"") && trimmed.endsWith("\"");
	}

	private static int length(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		int length = 0;
		while (matcher.find()) {
			length += matcher.end() - matcher.start();
		}
		return length;
	}

}
