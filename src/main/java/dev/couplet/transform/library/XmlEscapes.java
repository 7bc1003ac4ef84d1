package dev.couplet.transform.library;

import java.util.Map;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;

/**
 * References of XML 1.0 to characters: numbers, and the five names that need no document
 * type.
 */
final class XmlEscapes {

	private static final Map<String, Character> NAMES = Map.of("amp", '&', "lt", '<', "gt", '>', "quot", '"', "apos",
			'\'');

	private static final int MAX_NAME_LENGTH = "quot".length();

	private static final int DECIMAL = 10;

	private static final int HEXADECIMAL = 16;

	private final String text;

	private final StringBuilder result;

	private XmlEscapes(String text) {
		this.text = text;
		this.result = new StringBuilder(text.length());
	}

	/**
	 * Escapes the characters that are special in XML.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return the text with references
	 * @throws ValueRefusedException if it has a character that XML does not allow
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String encode(String text, SizeLimit limit) {
		Escaping escaping = (character, whole, index) -> {
			requireAllowed(character, whole, index, "a character", "strip-invisible removes most of them");
			return reference(character);
		};
		return escaping.apply(text, limit);
	}

	private static String reference(int character) {
		return switch (character) {
			case '&' -> "&amp;";
			case '<' -> "&lt;";
			case '>' -> "&gt;";
			case '"' -> "&quot;";
			case '\'' -> "&apos;";
			default -> "";
		};
	}

	/**
	 * Decodes references.
	 * @param text any text
	 * @return the decoded text
	 * @throws ValueRefusedException if there is any other reference, an ampersand that
	 * begins none, or a character that XML does not allow
	 */
	static String decode(String text) {
		return new XmlEscapes(text).decode();
	}

	private String decode() {
		int i = 0;
		while (i < this.text.length()) {
			if (this.text.charAt(i) == '&') {
				i = this.text.startsWith("#", i + 1) ? readNumber(i) : readName(i);
			}
			else {
				int character = this.text.codePointAt(i);
				requireAllowed(character, this.text, i, "a character", "strip-invisible removes most of them");
				this.result.appendCodePoint(character);
				i += Character.charCount(character);
			}
		}
		return this.result.toString();
	}

	private int readName(int start) {
		int end = this.text.indexOf(';', start, Math.min(this.text.length(), start + MAX_NAME_LENGTH + 2));
		Character character = (end < 0) ? null : NAMES.get(this.text.substring(start + 1, end));
		if (character == null) {
			throw refusal("no reference of XML", this.text, start,
					"'&' itself is written &amp;, and html-decode knows the names of HTML");
		}
		this.result.append(character.charValue());
		return end + 1;
	}

	private int readNumber(int start) {
		int radix = this.text.startsWith("x", start + 2) ? HEXADECIMAL : DECIMAL;
		int first = start + ((radix == HEXADECIMAL) ? "&#x" : "&#").length();
		int end = first;
		int number = 0;
		while (end < this.text.length() && digit(end, radix) >= 0) {
			// any number that is too large
			number = Math.min(number * radix + digit(end, radix), Character.MAX_CODE_POINT + 1);
			end++;
		}
		if (end == first || !this.text.startsWith(";", end)) {
			throw refusal("no reference of XML", this.text, start, "a number has digits and ends with a semicolon");
		}
		requireAllowed(number, this.text, start, "a reference to a character", "");
		this.result.appendCodePoint(number);
		return end + 1;
	}

	private int digit(int index, int radix) {
		char unit = this.text.charAt(index);
		return (unit < 0x80) ? Character.digit(unit, radix) : -1;
	}

	// XML 1.0, section 2.2
	private static void requireAllowed(int character, String text, int index, String what, String remedy) {
		boolean allowed = (character >= ' ')
				? character < Character.MIN_SURROGATE || (character > Character.MAX_SURROGATE && character < '\uFFFE')
						|| (character >= Character.MIN_SUPPLEMENTARY_CODE_POINT
								&& character <= Character.MAX_CODE_POINT)
				: character == '\t' || character == '\n' || character == '\r';
		if (!allowed) {
			throw refusal(what + " that XML 1.0 does not allow", text, index, remedy);
		}
	}

	private static ValueRefusedException refusal(String what, String text, int index, String remedy) {
		return new ValueRefusedException(what + " at character " + (text.codePointCount(0, index) + 1)
				+ (remedy.isEmpty() ? "" : "; " + remedy));
	}

}
