package dev.couplet.transform.library;

import java.util.Map;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TextRefusedException;
import dev.couplet.transform.TextTooLargeException;
import dev.couplet.transform.Utf8;
import org.apache.commons.text.StringEscapeUtils;
import org.apache.commons.text.translate.AggregateTranslator;
import org.apache.commons.text.translate.CharSequenceTranslator;
import org.apache.commons.text.translate.EntityArrays;
import org.apache.commons.text.translate.LookupTranslator;

/**
 * Character references of HTML.
 */
final class HtmlEscapes {

	private static final CharSequenceTranslator ESCAPE = new AggregateTranslator(
			new LookupTranslator(EntityArrays.BASIC_ESCAPE), new LookupTranslator(Map.of("'", "&#39;")));

	private static final CharSequenceTranslator UNESCAPE = new AggregateTranslator(StringEscapeUtils.UNESCAPE_HTML4,
			new LookupTranslator(EntityArrays.APOS_UNESCAPE));

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
		return ESCAPE.translate(text);
	}

	private static int growth(int unit) {
		return switch (unit) {
			case '&', '\'' -> "&amp;".length() - 1;
			case '<', '>' -> "&lt;".length() - 1;
			case '"' -> "&quot;".length() - 1;
			default -> 0;
		};
	}

	/**
	 * Puts characters in the place of references: all names of HTML 4, that of the
	 * apostrophe, and numbers, each with its semicolon. What is no reference stays as it
	 * is.
	 * @param text any text
	 * @return the text that was meant
	 * @throws TextRefusedException where a number is none of a character
	 */
	static String decode(String text) {
		try {
			String decoded = UNESCAPE.translate(text);
			if (Utf8.isWellFormed(decoded)) {
				return decoded;
			}
		}
		catch (IllegalArgumentException ex) {
			// a number over 10FFFF: refused below
		}
		throw new TextRefusedException("a character reference in the text is of no character");
	}

}
