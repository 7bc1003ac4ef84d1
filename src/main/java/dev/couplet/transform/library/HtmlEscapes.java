package dev.couplet.transform.library;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;
import org.jsoup.nodes.Entities;

/**
 * Character references of HTML 5.
 */
final class HtmlEscapes {

	// possessive quantifiers, so that a long run of letters or digits is scanned once
	private static final Pattern REFERENCE = Pattern
		.compile("&(?:#[xX](?<hexadecimal>[0-9a-fA-F]++);?|#(?<decimal>[0-9]++);?|(?<name>[0-9a-zA-Z]++)(?<end>;?))");

	private static final int HEXADECIMAL = 16;

	private static final int DECIMAL = 10;

	private static final int MAX_LENGTH_WITHOUT_SEMICOLON = "Aacute".length();

	private static final String REPLACEMENT = "\uFFFD";

	// the characters for the numbers 128 to 159: the bytes of windows-1252
	private static final String WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

	private HtmlEscapes() {
	}

	/**
	 * Escapes the characters that are special in HTML text and attributes.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return the text with references for the ampersand, both angle brackets and both
	 * straight quotation marks
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String encode(String text, SizeLimit limit) {
		LimitedBuilder result = new LimitedBuilder(limit);
		int end = 0;
		for (int i = 0; i < text.length(); i++) {
			String reference = reference(text.charAt(i));
			if (!reference.isEmpty()) {
				result.append(text.substring(end, i)).append(reference);
				end = i + 1;
			}
		}
		return result.append(text.substring(end)).toString();
	}

	private static String reference(char unit) {
		return switch (unit) {
			case '&' -> "&amp;";
			case '\'' -> "&#39;";
			case '<' -> "&lt;";
			case '>' -> "&gt;";
			case '"' -> "&quot;";
			default -> "";
		};
	}

	/**
	 * Decodes character references as an HTML parser does for text between tags (HTML
	 * Living Standard, section 13.2.5.72 and following). Anything else is left unchanged.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return the decoded text, with U+FFFD for a number that is not a character
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String decode(String text, SizeLimit limit) {
		LimitedBuilder result = new LimitedBuilder(limit);
		Matcher references = REFERENCE.matcher(text);
		int end = 0;
		while (references.find()) {
			result.append(text.substring(end, references.start())).append(decode(references));
			end = references.end();
		}
		return result.append(text.substring(end)).toString();
	}

	private static String decode(MatchResult reference) {
		if (reference.group("hexadecimal") != null) {
			return numbered(reference.group("hexadecimal"), HEXADECIMAL);
		}
		if (reference.group("decimal") != null) {
			return numbered(reference.group("decimal"), DECIMAL);
		}
		return named(reference.group("name"), reference.group("end"));
	}

	private static String numbered(String digits, int radix) {
		int number = 0;
		for (int i = 0; i < digits.length() && number <= Character.MAX_CODE_POINT; i++) {
			number = number * radix + Character.digit(digits.charAt(i), radix);
		}
		if (number >= 0x80 && number < 0xA0) {
			return WINDOWS_1252.substring(number - 0x80, number - 0x80 + 1);
		}
		boolean surrogate = number >= Character.MIN_SURROGATE && number <= Character.MAX_SURROGATE;
		boolean character = number > 0 && number <= Character.MAX_CODE_POINT && !surrogate;
		return character ? Character.toString(number) : REPLACEMENT;
	}

	private static String named(String name, String end) {
		String characters = end.isEmpty() ? "" : Entities.getByName(name);
		if (!characters.isEmpty()) {
			return characters;
		}
		// the longest prefix that is a name without a semicolon
		int length = Math.min(name.length(), MAX_LENGTH_WITHOUT_SEMICOLON);
		while (length > 0 && !Entities.isBaseNamedEntity(name.substring(0, length))) {
			length--;
		}
		String prefix = (length > 0) ? Entities.getByName(name.substring(0, length)) : "&";
		return prefix + name.substring(length) + end;
	}

}
