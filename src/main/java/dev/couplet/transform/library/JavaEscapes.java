package dev.couplet.transform.library;

import java.util.HexFormat;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Escapes of Java string literals and text blocks (Java Language Specification, sections
 * 3.3 and 3.10.7).
 */
final class JavaEscapes {

	private static final String ESCAPES = "btnfrs\"'\\";

	private static final String ESCAPED = "\b\t\n\f\r \"'\\";

	private static final String WRITTEN = "\b\t\n\f\r\"\\";

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	private static final int DIGITS = 4;

	private static final int END = -1;

	private final String text;

	private final UnescapedText result;

	// where the code unit that was read last begins
	private int start;

	private int index;

	private int backslashes;

	private JavaEscapes(String text) {
		this.text = text;
		this.result = new UnescapedText(text);
	}

	/**
	 * Escapes a text for a string literal in double quotes.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return printable ASCII
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String encode(String text, SizeLimit limit) {
		Escaping escaping = (character, whole, index) -> {
			int simple = WRITTEN.indexOf(character);
			if (simple >= 0) {
				return "\\" + ESCAPES.charAt(ESCAPED.indexOf(character));
			}
			return isPrintable(character) ? "" : units(character);
		};
		return escaping.apply(text, limit);
	}

	static boolean isPrintable(int character) {
		return character >= ' ' && character < 0x7F;
	}

	/**
	 * Writes a character as one or two escapes of four digits.
	 * @param character the character
	 * @return such as {@code \u00E9}
	 */
	static String units(int character) {
		if (Character.isBmpCodePoint(character)) {
			return "\\u" + HEX.toHexDigits((char) character);
		}
		return "\\u" + HEX.toHexDigits(Character.highSurrogate(character)) + "\\u"
				+ HEX.toHexDigits(Character.lowSurrogate(character));
	}

	/**
	 * Decodes escapes.
	 * @param text the contents of a string literal or text block
	 * @return the decoded text
	 * @throws ValueRefusedException if there is a backslash that begins no escape, or an
	 * unpaired surrogate
	 */
	static String decode(String text) {
		return new JavaEscapes(text).decode();
	}

	private String decode() {
		int unit = read();
		while (unit != END) {
			if (unit == '\\') {
				readEscape(this.start);
			}
			else {
				this.result.append((char) unit, this.start);
			}
			unit = read();
		}
		return this.result.complete();
	}

	// a backslash begins a Unicode escape unless an odd number of others is before it
	private int read() {
		this.start = this.index;
		if (this.index == this.text.length()) {
			return END;
		}
		char unit = this.text.charAt(this.index);
		this.index++;
		if (unit != '\\') {
			this.backslashes = 0;
			return unit;
		}
		if (this.backslashes % 2 == 0 && this.text.startsWith("u", this.index)) {
			return readUnicodeEscape();
		}
		this.backslashes++;
		return unit;
	}

	private int readUnicodeEscape() {
		while (this.text.startsWith("u", this.index)) {
			this.index++;
		}
		if (this.result.digits(this.index, DIGITS) < DIGITS) {
			throw this.result.refusal("no Java escape", this.start, "\\u is followed by four hexadecimal digits");
		}
		this.backslashes = 0;
		int first = this.index;
		this.index += DIGITS;
		return this.result.number(first, DIGITS);
	}

	private void readEscape(int escape) {
		int kind = read();
		int simple = ESCAPES.indexOf(kind);
		if (simple >= 0) {
			this.result.append(ESCAPED.charAt(simple), escape);
		}
		else if (kind >= '0' && kind <= '7') {
			this.result.append((char) readOctal(kind), escape);
		}
		else if (kind == '\r') {
			this.index += this.text.startsWith("\n", this.index) ? 1 : 0;
		}
		else if (kind != '\n') {
			throw this.result.refusal("no Java escape", escape, "a backslash itself is written as two");
		}
	}

	// at most three digits, and three only up to 377
	private int readOctal(int first) {
		int number = first - '0';
		int end = this.index + ((first <= '3') ? 2 : 1);
		while (this.index < Math.min(end, this.text.length()) && isOctal(this.text.charAt(this.index))) {
			number = number * 8 + this.text.charAt(this.index) - '0';
			this.index++;
		}
		return number;
	}

	private static boolean isOctal(char unit) {
		return unit >= '0' && unit <= '7';
	}

}
