package dev.couplet.transform.library;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueRefusedException;

/**
 * Reads Java properties by the rules of
 * {@link java.util.Properties#load(java.io.Reader)}, which knows neither the order nor
 * the place of a key.
 */
final class PropertiesReader {

	private static final int DIGITS = 4;

	private final String text;

	private int index;

	private PropertiesReader(String text) {
		this.text = text;
	}

	/**
	 * Reads a text.
	 * @param text the properties
	 * @return an object of strings
	 * @throws ValueRefusedException if a key is repeated, or an escape is malformed
	 */
	static JsonTree read(String text) {
		return new PropertiesReader(text).read();
	}

	private JsonTree read() {
		Map<String, JsonTree> members = new LinkedHashMap<>();
		skipBlank(true);
		while (this.index < this.text.length()) {
			int start = this.index;
			if (isAt("#!")) {
				skipComment();
			}
			else {
				String key = readPart("=: \t\f");
				skipBlank(false);
				if (isAt("=:")) {
					this.index++;
					skipBlank(false);
				}
				if (members.put(key, new JsonTree.Text(readPart(""), 0)) != null) {
					throw refusal("a key that the properties already have", start);
				}
			}
			skipBlank(true);
		}
		return new JsonTree.Members(members, 0);
	}

	private boolean isAt(String units) {
		return this.index < this.text.length() && units.indexOf(this.text.charAt(this.index)) >= 0;
	}

	private void skipComment() {
		while (this.index < this.text.length() && !isAt("\r\n")) {
			this.index++;
		}
	}

	private void skipBlank(boolean lines) {
		while (isAt(" \t\f") || (lines && isAt("\r\n")) || isAtContinuation()) {
			this.index = isAtContinuation() ? afterContinuation() : this.index + 1;
		}
	}

	private boolean isAtContinuation() {
		return isAt("\\") && this.index + 1 < this.text.length()
				&& "\r\n".indexOf(this.text.charAt(this.index + 1)) >= 0;
	}

	private int afterContinuation() {
		return this.index + (this.text.startsWith("\\\r\n", this.index) ? "\\\r\n".length() : 2);
	}

	private String readPart(String ends) {
		int start = this.index;
		StringBuilder part = new StringBuilder();
		while (this.index < this.text.length() && !isAt("\r\n") && !isAt(ends)) {
			if (isAtContinuation()) {
				this.index = afterContinuation();
				while (isAt(" \t\f")) {
					this.index++;
				}
			}
			else if (isAt("\\")) {
				readEscape(part);
			}
			else {
				part.append(this.text.charAt(this.index));
				this.index++;
			}
		}
		String decoded = part.toString();
		if (!Utf8.isWellFormed(decoded)) {
			throw refusal("half of a surrogate pair in the properties", start);
		}
		return decoded;
	}

	private void readEscape(StringBuilder part) {
		int start = this.index + 2;
		char kind = (start <= this.text.length()) ? this.text.charAt(start - 1) : '\n';
		if (kind == 'u') {
			int end = start + DIGITS;
			if (end > this.text.length() || !this.text.substring(start, end).chars().allMatch(HexFormat::isHexDigit)) {
				throw refusal("\\u without four hexadecimal digits", this.index);
			}
			part.append((char) HexFormat.fromHexDigits(this.text, start, end));
			this.index = end;
			return;
		}
		// a backslash at the end of the text stands for nothing
		if (start <= this.text.length()) {
			part.append(unescaped(kind));
		}
		this.index = Math.min(start, this.text.length());
	}

	private static char unescaped(char kind) {
		return switch (kind) {
			case 't' -> '\t';
			case 'n' -> '\n';
			case 'r' -> '\r';
			case 'f' -> '\f';
			default -> kind;
		};
	}

	private ValueRefusedException refusal(String what, int at) {
		return TextPosition.refusal(what, this.text, at, "");
	}

}
