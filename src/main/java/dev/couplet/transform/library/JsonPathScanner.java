package dev.couplet.transform.library;

import java.util.HexFormat;

import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.Utf8;

/**
 * Reads the tokens of JSONPath (RFC 9535), and counts how deep its brackets are.
 */
final class JsonPathScanner {

	// filters in filters, each of which can descend through all levels of the JSON
	private static final int MAX_DEPTH = 10;

	// that of I-JSON: 2^53 - 1
	private static final long MAX_INTEGER = (1L << 53) - 1;

	private static final int MAX_DIGITS = 16;

	private static final String[] OPERATORS = { "==", "!=", "<=", ">=", "<", ">" };

	private static final String ESCAPES = "bfnrt/\\";

	private static final String ESCAPED = "\b\f\n\r\t/\\";

	private static final int HEXADECIMAL_DIGITS = 4;

	private final String path;

	private int index;

	private int depth;

	JsonPathScanner(String path) {
		this.path = path;
	}

	int index() {
		return this.index;
	}

	void back(int earlier) {
		this.index = earlier;
	}

	boolean isAtEnd() {
		return this.index == this.path.length();
	}

	boolean isAt(char unit) {
		return !isAtEnd() && this.path.charAt(this.index) == unit;
	}

	boolean isAtNumber() {
		return isAt('-') || isAtDigit();
	}

	boolean take(String token) {
		boolean found = this.path.startsWith(token, this.index);
		this.index += found ? token.length() : 0;
		return found;
	}

	void skipSpace() {
		while (isAt(' ') || isAt('\t') || isAt('\n') || isAt('\r')) {
			this.index++;
		}
	}

	void open(String bracket) {
		if (++this.depth > MAX_DEPTH) {
			throw malformed("it has at most " + MAX_DEPTH + " levels of brackets");
		}
		take(bracket);
	}

	void close(String bracket) {
		this.depth--;
		if (!take(bracket)) {
			throw malformed(
					(bracket.equals("]") ? "a comma or " : "") + "the closing bracket " + bracket + " is expected");
		}
	}

	/**
	 * Reads an operator of a comparison.
	 * @return the operator, or an empty string if there is none
	 */
	String operator() {
		for (String operator : OPERATORS) {
			if (take(operator)) {
				return operator;
			}
		}
		return "";
	}

	/**
	 * Reads the name of a function or literal.
	 * @return the name, or an empty string if there is none
	 */
	String word() {
		int start = this.index;
		while (!isAtEnd() && (isBetween('a', 'z') || (this.index > start && (isAtDigit() || isAt('_'))))) {
			this.index++;
		}
		return this.path.substring(start, this.index);
	}

	/**
	 * Reads a name that is not in quotation marks.
	 * @return the name
	 */
	String shorthand() {
		int start = this.index;
		while (!isAtEnd() && (isBetween('a', 'z') || isBetween('A', 'Z') || isAt('_')
				|| this.path.charAt(this.index) >= 0x80 || (this.index > start && isAtDigit()))) {
			this.index++;
		}
		if (this.index == start) {
			throw malformed("a name is expected; one that is not of letters, digits and _ is written ['name']");
		}
		return this.path.substring(start, this.index);
	}

	/**
	 * Reads a whole number.
	 * @return the number, within the bounds of RFC 9535
	 */
	long integer() {
		int start = this.index;
		String digits = digits();
		boolean negativeZero = digits.equals("-0");
		if (negativeZero || digits.length() > MAX_DIGITS + 1 || Math.abs(Long.parseLong(digits)) > MAX_INTEGER) {
			throw malformed(start, "an index is not -0 and at most 9007199254740991");
		}
		return Long.parseLong(digits);
	}

	/**
	 * Reads a number.
	 * @return the number as JSON writes it
	 */
	String number() {
		int start = this.index;
		digits();
		if (take(".")) {
			skipDigits();
		}
		if (take("e") || take("E")) {
			if (!take("-")) {
				take("+");
			}
			skipDigits();
		}
		return this.path.substring(start, this.index);
	}

	private String digits() {
		int start = this.index;
		take("-");
		int first = this.index;
		skipDigits();
		if (this.path.charAt(first) == '0' && this.index > first + 1) {
			throw malformed(first, "a number has no leading zeros");
		}
		return this.path.substring(start, this.index);
	}

	private void skipDigits() {
		if (!isAtDigit()) {
			throw malformed("a digit is expected");
		}
		while (isAtDigit()) {
			this.index++;
		}
	}

	/**
	 * Reads a string literal.
	 * @return the string
	 */
	String string() {
		int start = this.index;
		char quote = this.path.charAt(this.index);
		this.index++;
		StringBuilder string = new StringBuilder();
		while (!isAt(quote)) {
			if (isAtEnd()) {
				throw malformed(start, "the closing quotation mark is missing");
			}
			char unit = this.path.charAt(this.index);
			if (unit < ' ') {
				throw malformed("a control character in a string is written as an escape");
			}
			this.index++;
			string.append((unit == '\\') ? escape(quote) : unit);
		}
		this.index++;
		if (!Utf8.isWellFormed(string)) {
			throw malformed(start, "the string has half of a surrogate pair");
		}
		return string.toString();
	}

	private char escape(char quote) {
		char kind = isAtEnd() ? ' ' : this.path.charAt(this.index);
		int simple = ESCAPES.indexOf(kind);
		if (simple >= 0 || kind == quote) {
			this.index++;
			return (kind == quote) ? quote : ESCAPED.charAt(simple);
		}
		int end = this.index + 1 + HEXADECIMAL_DIGITS;
		boolean hexadecimal = kind == 'u' && end <= this.path.length()
				&& this.path.substring(this.index + 1, end).chars().allMatch(HexFormat::isHexDigit);
		if (!hexadecimal) {
			this.index--;
			throw malformed("there is no such escape; a backslash itself is written as two");
		}
		char unit = (char) HexFormat.fromHexDigits(this.path, this.index + 1, end);
		this.index = end;
		return unit;
	}

	private boolean isAtDigit() {
		return isBetween('0', '9');
	}

	private boolean isBetween(char first, char last) {
		return !isAtEnd() && this.path.charAt(this.index) >= first && this.path.charAt(this.index) <= last;
	}

	String place(int at) {
		return "character " + (this.path.codePointCount(0, at) + 1);
	}

	BadArgumentException malformed(String reason) {
		return malformed(this.index, reason);
	}

	BadArgumentException malformed(int at, String reason) {
		return new BadArgumentException("'path' is not JSONPath at %s: %s".formatted(place(at), reason));
	}

}
