package dev.couplet.transform.library;

import java.util.HexFormat;

import dev.couplet.transform.ValueRefusedException;

/**
 * Notations for characters in pure ASCII. All of them are decoded at once.
 */
enum UnicodeNotation implements Escaping {

	/** UTF-16 code units, as in Java, JSON and JavaScript. */
	JAVA {

		@Override
		String written(int character, boolean beforeDigit) {
			return JavaEscapes.units(character);
		}

	},

	/** Code points, as in Rust, Swift and JavaScript. */
	RUST {

		@Override
		String written(int character, boolean beforeDigit) {
			return "\\u{" + Integer.toHexString(character) + "}";
		}

	},

	/** Code points, with a space that ends the escape: CSS Syntax, section 4.3.7. */
	CSS {

		@Override
		String written(int character, boolean beforeDigit) {
			return "\\" + Integer.toHexString(character) + " ";
		}

	},

	/** Code points, as in the Unicode Standard. */
	CODE_POINT {

		@Override
		String written(int character, boolean beforeDigit) {
			String digits = HexFormat.of().withUpperCase().toHexDigits(character, MAX_DIGITS);
			int zeros = 0;
			while (!beforeDigit && zeros < MAX_DIGITS - MIN_DIGITS && digits.charAt(zeros) == '0') {
				zeros++;
			}
			return "U+" + digits.substring(zeros);
		}

	};

	private static final int MIN_DIGITS = 4;

	private static final int MAX_DIGITS = 6;

	private static final String WHITE_SPACE = " \t\n\r\f";

	/**
	 * Writes a character.
	 * @param character the character
	 * @param beforeDigit whether a hexadecimal digit follows
	 * @return the escape
	 */
	abstract String written(int character, boolean beforeDigit);

	@Override
	public String escape(int character, String text, int index) {
		boolean plain = JavaEscapes.isPrintable(character) || character == '\t' || character == '\n'
				|| character == '\r';
		return (plain && !looksLikeEscape(text, index)) ? ""
				: written(character, isDigit(text, index + Character.charCount(character)));
	}

	// what would be decoded, so that any text is restored
	private static boolean looksLikeEscape(String text, int index) {
		return (text.charAt(index) == '\\' && (text.startsWith("u", index + 1) || isDigit(text, index + 1)))
				|| text.startsWith("U+", index);
	}

	private static boolean isDigit(String text, int index) {
		return index < text.length() && HexFormat.isHexDigit(text.charAt(index));
	}

	/**
	 * Decodes the escapes of all notations.
	 * @param text any text
	 * @return the decoded text
	 * @throws ValueRefusedException if {@code \}{@code u} is not followed by a number, or
	 * a number is that of an unpaired surrogate or of no character
	 */
	static String decode(String text) {
		UnescapedText result = new UnescapedText(text);
		int i = 0;
		while (i < text.length()) {
			int end = readEscape(text, i, result);
			if (end == i) {
				result.append(text.charAt(i), i);
				end++;
			}
			i = end;
		}
		return result.complete();
	}

	private static int readEscape(String text, int start, UnescapedText result) {
		if (text.charAt(start) == 'U') {
			return text.startsWith("+", start + 1) ? readCodePoint(start, result) : start;
		}
		if (text.charAt(start) != '\\') {
			return start;
		}
		if (text.startsWith("u{", start + 1)) {
			return readBraces(text, start, result);
		}
		return text.startsWith("u", start + 1) ? readUnit(start, result) : readCss(text, start, result);
	}

	private static int readUnit(int start, UnescapedText result) {
		int first = start + "\\u".length();
		if (result.digits(first, MIN_DIGITS) < MIN_DIGITS) {
			throw result.refusal("no Unicode escape", start,
					"\\u is followed by four hexadecimal digits, or by some in braces");
		}
		result.append((char) result.number(first, MIN_DIGITS), start);
		return first + MIN_DIGITS;
	}

	private static int readBraces(String text, int start, UnescapedText result) {
		int first = start + "\\u{".length();
		int digits = result.digits(first, MAX_DIGITS);
		if (digits == 0 || !text.startsWith("}", first + digits)) {
			throw result.refusal("no Unicode escape", start, "between \\u{ and } are one to six hexadecimal digits");
		}
		result.appendCharacter(result.number(first, digits), start);
		return first + digits + 1;
	}

	private static int readCss(String text, int start, UnescapedText result) {
		int first = start + 1;
		int digits = result.digits(first, MAX_DIGITS);
		if (digits == 0) {
			return start;
		}
		result.appendCharacter(result.number(first, digits), start);
		int end = first + digits;
		if (text.startsWith("\r\n", end)) {
			return end + 2;
		}
		boolean white = end < text.length() && WHITE_SPACE.indexOf(text.charAt(end)) >= 0;
		return white ? end + 1 : end;
	}

	private static int readCodePoint(int start, UnescapedText result) {
		int first = start + "U+".length();
		int digits = result.digits(first, MAX_DIGITS);
		if (digits < MIN_DIGITS) {
			return start;
		}
		result.appendCharacter(result.number(first, digits), start);
		return first + digits;
	}

}
