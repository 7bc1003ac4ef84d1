package dev.couplet.transform.library;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TextTooLargeException;
import dev.couplet.transform.Utf8;
import org.jsoup.nodes.Entities;

/**
 * Character references of HTML 5.
 */
final class HtmlEscapes {

	// possessive, so that a long row of letters or digits is looked at once
	private static final Pattern REFERENCE = Pattern
		.compile("&(?:#[xX](?<hexadecimal>[0-9a-fA-F]++);?|#(?<decimal>[0-9]++);?|(?<name>[0-9a-zA-Z]++)(?<end>;?))");

	private static final int HEXADECIMAL = 16;

	private static final int DECIMAL = 10;

	private static final int LONGEST_WITHOUT_SEMICOLON = "Aacute".length();

	private static final String REPLACEMENT = "\uFFFD";

	// what the numbers from 128 to 159 stand for: the bytes of windows-1252
	private static final String FROM_128 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

	private HtmlEscapes() {
	}

	/**
	 * Escapes what means something in HTML, between tags or in an attribute.
	 * @param text any text
	 * @param limit what the result may come to
	 * @return the text with references for the ampersand, both angle brackets and both
	 * straight quotation marks
	 * @throws TextTooLargeException where the result would be over the limit
	 */
	static String encode(String text, SizeLimit limit) {
		limit.check(Utf8.size(text) + text.chars().mapToLong(HtmlEscapes::growth).sum());
		StringBuilder result = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			String reference = reference(text.charAt(i));
			if (reference.isEmpty()) {
				result.append(text.charAt(i));
			}
			else {
				result.append(reference);
			}
		}
		return result.toString();
	}

	private static int growth(int unit) {
		return Math.max(0, reference(unit).length() - 1);
	}

	private static String reference(int unit) {
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
	 * Puts characters in the place of references, as a parser of HTML does between tags
	 * (HTML Living Standard, section 13.2.5.72 and those after it). What is no reference
	 * stays as it is.
	 * @param text any text
	 * @param limit what the result may come to
	 * @return the text that was meant, with U+FFFD for a number of no character
	 * @throws TextTooLargeException where the result would be over the limit
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
			return FROM_128.substring(number - 0x80, number - 0x80 + 1);
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
		// the longest of the names that need no semicolon
		int length = Math.min(name.length(), LONGEST_WITHOUT_SEMICOLON);
		while (length > 0 && !Entities.isBaseNamedEntity(name.substring(0, length))) {
			length--;
		}
		String prefix = (length > 0) ? Entities.getByName(name.substring(0, length)) : "&";
		return prefix + name.substring(length) + end;
	}

}
