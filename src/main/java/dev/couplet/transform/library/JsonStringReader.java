package dev.couplet.transform.library;

import java.util.HexFormat;

import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueRefusedException;

/**
 * Decodes a JSON string (RFC 8259, section 7). It says what is wrong at which character,
 * which Jackson's parser does not: its messages quote the text, and its positions are
 * those of its buffer.
 */
final class JsonStringReader {

	private static final String WHITE_SPACE = " \t\n\r";

	private static final String ESCAPES = "\"\\/bfnrt";

	private static final String ESCAPED = "\"\\/\b\f\n\r\t";

	private static final int DIGITS = 4;

	private final String json;

	private final StringBuilder text = new StringBuilder();

	private int index;

	private JsonStringReader(String json) {
		this.json = json;
	}

	/**
	 * Decodes a JSON string.
	 * @param json one JSON string, optionally surrounded by JSON white space
	 * @return the decoded text
	 * @throws ValueRefusedException if it is not a JSON string, or contains an unpaired
	 * surrogate
	 */
	static String decode(String json) {
		return new JsonStringReader(json).decode();
	}

	private String decode() {
		skipWhiteSpace();
		if (!isAt('"')) {
			throw refusal("no JSON string", "; it begins and ends with a quotation mark");
		}
		this.index++;
		while (!isAt('"')) {
			readCharacter();
		}
		this.index++;
		int end = this.index;
		skipWhiteSpace();
		if (this.index < this.json.length()) {
			boolean nextLine = isAt('"') && this.json.substring(end, this.index).indexOf('\n') >= 0;
			throw refusal("more after the JSON string,",
					nextLine ? "; for a string on each line, use each-line(json-decode)" : "");
		}
		String decoded = this.text.toString();
		int surrogate = Utf8.unpairedSurrogate(decoded);
		if (surrogate > 0) {
			throw new ValueRefusedException(
					"the JSON string has half of a surrogate pair, as character " + surrogate + " of its text");
		}
		return decoded;
	}

	private void skipWhiteSpace() {
		while (this.index < this.json.length() && WHITE_SPACE.indexOf(this.json.charAt(this.index)) >= 0) {
			this.index++;
		}
	}

	private boolean isAt(char unit) {
		return this.index < this.json.length() && this.json.charAt(this.index) == unit;
	}

	private void readCharacter() {
		if (this.index == this.json.length()) {
			throw refusal("the JSON string is cut off", "; it ends with a quotation mark");
		}
		char unit = this.json.charAt(this.index);
		if (unit < ' ') {
			throw refusal("a control character that JSON requires to be escaped,", hint(unit));
		}
		if (unit == '\\') {
			this.text.append(readEscape());
		}
		else {
			this.text.append(unit);
			this.index++;
		}
	}

	private static String hint(char control) {
		return switch (control) {
			case '\n' -> "; put trim,replace=%0A:%5Cn first";
			case '\r' -> "; put trim,replace=%0D:%5Cr first";
			case '\t' -> "; put trim,replace=%09:%5Ct first";
			default -> "";
		};
	}

	private char readEscape() {
		int start = this.index + 2;
		char kind = (start <= this.json.length()) ? this.json.charAt(start - 1) : ' ';
		int simple = ESCAPES.indexOf(kind);
		if (simple >= 0) {
			this.index = start;
			return ESCAPED.charAt(simple);
		}
		if (kind != 'u') {
			throw refusal("no JSON escape", "; a backslash itself is written as two");
		}
		for (int i = start; i < start + DIGITS; i++) {
			if (i >= this.json.length() || !HexFormat.isHexDigit(this.json.charAt(i))) {
				throw refusal("no JSON escape", "; \\u is followed by four hexadecimal digits");
			}
		}
		this.index = start + DIGITS;
		return (char) HexFormat.fromHexDigits(this.json, start, start + DIGITS);
	}

	private ValueRefusedException refusal(String what, String hint) {
		return new ValueRefusedException(
				what + " at character " + (this.json.codePointCount(0, this.index) + 1) + hint);
	}

}
