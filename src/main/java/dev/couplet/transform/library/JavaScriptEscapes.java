package dev.couplet.transform.library;

import java.util.HexFormat;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Escapes of JavaScript string literals (ECMA-262, section 12.9.4).
 */
final class JavaScriptEscapes {

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	private static final String ESCAPES = "btnvfr";

	private static final String ESCAPED = "\b\t\n\u000B\f\r";

	// special in one of the three kinds of literals; "$" begins an expression in a
	// template
	private static final String SPECIAL = "\\'\"`$";

	private static final String LINE_ENDS = "\n\r\u2028\u2029";

	private static final String OCTAL = "octal escapes are not allowed in strict code, use \\x and two digits";

	private final String text;

	private final UnescapedText result;

	private JavaScriptEscapes(String text) {
		this.text = text;
		this.result = new UnescapedText(text);
	}

	/**
	 * Escapes a text for a string literal in quotes of any kind.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return printable ASCII that does not end an HTML script element or begin a comment
	 * of HTML
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String encode(String text, SizeLimit limit) {
		Escaping escaping = (character, whole, index) -> {
			if (SPECIAL.indexOf(character) >= 0) {
				boolean harmless = character == '$' && !whole.startsWith("{", index + 1);
				return harmless ? "" : "\\" + (char) character;
			}
			int simple = ESCAPED.indexOf(character);
			if (simple >= 0) {
				return "\\" + ESCAPES.charAt(simple);
			}
			if (JavaEscapes.isPrintable(character) && character != '<') {
				return "";
			}
			return (character <= 0xFF) ? "\\x" + HEX.toHexDigits((byte) character) : JavaEscapes.units(character);
		};
		return escaping.apply(text, limit);
	}

	/**
	 * Decodes escapes.
	 * @param text the contents of a string literal
	 * @return the decoded text
	 * @throws ValueRefusedException if there is a backslash that begins no escape, or an
	 * unpaired surrogate
	 */
	static String decode(String text) {
		return new JavaScriptEscapes(text).decode();
	}

	private String decode() {
		int i = 0;
		while (i < this.text.length()) {
			if (this.text.charAt(i) == '\\') {
				i = readEscape(i);
			}
			else {
				this.result.append(this.text.charAt(i), i);
				i++;
			}
		}
		return this.result.complete();
	}

	private int readEscape(int start) {
		int next = start + 2;
		if (next > this.text.length()) {
			throw refusal(start, "a backslash itself is written as two");
		}
		char kind = this.text.charAt(start + 1);
		int simple = ESCAPES.indexOf(kind);
		if (simple >= 0) {
			this.result.append(ESCAPED.charAt(simple), start);
			return next;
		}
		if (LINE_ENDS.indexOf(kind) >= 0) {
			return this.text.startsWith("\r\n", start + 1) ? next + 1 : next;
		}
		if (AsciiCharacter.isDigit(kind)) {
			return readNull(start, kind);
		}
		if (kind == 'x') {
			return readUnit(start, 2);
		}
		if (kind == 'u') {
			return this.text.startsWith("{", next) ? readCodePoint(start) : readUnit(start, 4);
		}
		this.result.append(kind, start);
		return next;
	}

	private int readNull(int start, char kind) {
		int next = start + 2;
		boolean digit = next < this.text.length() && AsciiCharacter.isDigit(this.text.charAt(next));
		if (kind != '0' || digit) {
			throw refusal(start, OCTAL);
		}
		this.result.append('\0', start);
		return next;
	}

	private int readUnit(int start, int digits) {
		int first = start + 2;
		if (this.result.digits(first, digits) < digits) {
			throw refusal(start, "\\x is followed by two hexadecimal digits, and \\u by four");
		}
		this.result.append((char) this.result.number(first, digits), start);
		return first + digits;
	}

	private int readCodePoint(int start) {
		int first = start + "\\u{".length();
		int significant = first;
		while (this.text.startsWith("0", significant)) {
			significant++;
		}
		int digits = this.result.digits(significant, Integer.SIZE / 4 - 1);
		int end = significant + digits;
		if (end == first || !this.text.startsWith("}", end)) {
			throw refusal(start, "between \\u{ and } is a hexadecimal number up to 10FFFF");
		}
		int number = (digits == 0) ? 0 : this.result.number(significant, digits);
		// surrogates are code units here, too: two escapes can be a pair
		if (number <= Character.MAX_VALUE) {
			this.result.append((char) number, start);
		}
		else {
			this.result.appendCharacter(number, start);
		}
		return end + 1;
	}

	private ValueRefusedException refusal(int index, String remedy) {
		return this.result.refusal("no JavaScript escape", index, remedy);
	}

}
