package dev.couplet.transform.library;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;
import org.jsoup.nodes.Entities;

/**
 * Decodes character references as an HTML parser does for text between tags (HTML Living
 * Standard, section 13.2.5.72 and following). Anything else is left unchanged.
 */
final class HtmlEscapes {

	private static final int HEXADECIMAL = 16;

	private static final int DECIMAL = 10;

	private static final int MAX_LENGTH = "CounterClockwiseContourIntegral".length();

	private static final int MIN_LENGTH_WITHOUT_SEMICOLON = "lt".length();

	private static final int MAX_LENGTH_WITHOUT_SEMICOLON = "Aacute".length();

	private static final String REPLACEMENT = "\uFFFD";

	/**
	 * The characters for the numbers 128 to 159: the bytes of windows-1252, with those of
	 * ISO 8859-1 where it has none.
	 */
	static final String WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

	private final String text;

	private final LimitedBuilder result;

	// the end of what is in the result
	private int copied;

	private HtmlEscapes(String text, SizeLimit limit) {
		this.text = text;
		this.result = new LimitedBuilder(limit);
	}

	/**
	 * Decodes a text.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return the decoded text, with U+FFFD for a number that is not a character
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String decode(String text, SizeLimit limit) {
		return new HtmlEscapes(text, limit).decode();
	}

	private String decode() {
		int ampersand = this.text.indexOf('&');
		while (ampersand >= 0) {
			int end = this.text.startsWith("#", ampersand + 1) ? decodeNumber(ampersand) : decodeName(ampersand);
			ampersand = this.text.indexOf('&', end);
		}
		return this.result.append(this.text.substring(this.copied)).toString();
	}

	private int decodeNumber(int start) {
		boolean hexadecimal = unit(start + 2) == 'x' || unit(start + 2) == 'X';
		int radix = hexadecimal ? HEXADECIMAL : DECIMAL;
		int first = start + (hexadecimal ? "&#x" : "&#").length();
		int end = first;
		int number = 0;
		while (unit(end) < 0x80 && Character.digit(unit(end), radix) >= 0) {
			// any number that is too large
			number = Math.min(number * radix + Character.digit(unit(end), radix), Character.MAX_CODE_POINT + 1);
			end++;
		}
		if (end == first) {
			return end;
		}
		end += (unit(end) == ';') ? 1 : 0;
		return replace(start, end, characters(number));
	}

	private static String characters(int number) {
		if (number >= 0x80 && number < 0xA0) {
			return WINDOWS_1252.substring(number - 0x80, number - 0x80 + 1);
		}
		boolean surrogate = number >= Character.MIN_SURROGATE && number <= Character.MAX_SURROGATE;
		boolean character = number > 0 && number <= Character.MAX_CODE_POINT && !surrogate;
		return character ? Character.toString(number) : REPLACEMENT;
	}

	private int decodeName(int start) {
		int first = start + 1;
		int end = first;
		while (end - first <= MAX_LENGTH && AsciiCharacter.isLetterOrDigit(unit(end))) {
			end++;
		}
		if (unit(end) == ';') {
			String characters = Entities.getByName(this.text.substring(first, end));
			if (!characters.isEmpty()) {
				return replace(start, end + 1, characters);
			}
		}
		// the longest prefix that is a name without a semicolon
		int prefix = Math.min(end, first + MAX_LENGTH_WITHOUT_SEMICOLON);
		while (prefix - first >= MIN_LENGTH_WITHOUT_SEMICOLON) {
			String name = this.text.substring(first, prefix);
			if (Entities.isBaseNamedEntity(name)) {
				return replace(start, prefix, Entities.getByName(name));
			}
			prefix--;
		}
		return end;
	}

	private int replace(int start, int end, String characters) {
		this.result.append(this.text.substring(this.copied, start)).append(characters);
		this.copied = end;
		return end;
	}

	// a code unit, or one that is in no reference
	private char unit(int index) {
		return (index < this.text.length()) ? this.text.charAt(index) : ' ';
	}

}
