package dev.couplet.transform.library;

import java.util.Set;
import java.util.regex.Pattern;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Replaces straight quotation marks by curly ones, from left to right. What is before a
 * mark decides whether it opens a quotation. After a hyphen, dash, slash or emphasis,
 * what follows the mark decides.
 */
final class SmartQuotes {

	private static final Pattern DECADE = Pattern.compile("[0-9]{2}s?");

	private static final int GROWTH = 2;

	// words that start with an apostrophe, for letters that are left out
	private static final Set<String> SHORTENED = Set.of("tis", "tisn", "twas", "twasn", "twere", "twill", "twould",
			"em", "til", "till", "cause", "bout", "n");

	private static final int MAX_SHORTENED = 6;

	private static final String CLOSED_BY = ",;:.!?)]}";

	private static final char APOSTROPHE = '\u2019';

	private final String text;

	private final StringBuilder result;

	private SmartQuotes(String text) {
		this.text = text;
		this.result = new StringBuilder(text.length());
	}

	/**
	 * Replaces the marks of a text.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return the text with English curly marks
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String curl(String text, SizeLimit limit) {
		long straight = text.chars().filter(SmartQuotes::isStraight).count();
		limit.check(Utf8.size(text) + GROWTH * straight);
		return new SmartQuotes(text).curl();
	}

	private static boolean isStraight(int unit) {
		return unit == '"' || unit == '\'';
	}

	private String curl() {
		for (int i = 0; i < this.text.length(); i++) {
			this.result.append(curled(i));
		}
		return this.result.toString();
	}

	private char curled(int index) {
		char unit = this.text.charAt(index);
		return switch (unit) {
			case '"' -> opens(index, '\u201C') ? '\u201C' : '\u201D';
			case '\'' -> (opens(index, '\u2018') && !isApostrophe(index)) ? '\u2018' : APOSTROPHE;
			default -> unit;
		};
	}

	private boolean opens(int index, char opening) {
		if (index == 0) {
			return true;
		}
		char before = this.result.charAt(index - 1);
		if (before == opening) {
			// nothing is quoted
			return false;
		}
		return opensAfter(before) || (isOpenBefore(before) && isFollowedByQuotation(index));
	}

	private static boolean opensAfter(char before) {
		return WhiteSpace.is(before) || before == '\uFEFF' || before == '\u00BF' || before == '\u00A1'
				|| switch (Character.getType(before)) {
					case Character.START_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION -> true;
					default -> false;
				};
	}

	private static boolean isOpenBefore(char before) {
		return switch (before) {
			case '*', '_', '/', '\u2026' -> true;
			default -> Character.getType(before) == Character.DASH_PUNCTUATION;
		};
	}

	// what follows the marks, because there can be several
	private boolean isFollowedByQuotation(int index) {
		int next = index + 1;
		while (next < this.text.length() && isStraight(this.text.charAt(next))) {
			next++;
		}
		if (next == this.text.length()) {
			return false;
		}
		char after = this.text.charAt(next);
		return !WhiteSpace.is(after) && CLOSED_BY.indexOf(after) < 0;
	}

	private boolean isApostrophe(int index) {
		int end = index + 1;
		while (end < this.text.length() && end - index <= MAX_SHORTENED && isLetterOrDigit(end)) {
			end++;
		}
		if (end < this.text.length() && isLetterOrDigit(end)) {
			return false;
		}
		String word = Words.lower(this.text.substring(index + 1, end));
		boolean quoted = end < this.text.length() && this.text.charAt(end) == '\'' && !isLetterAt(end + 1);
		if (word.equals("n")) {
			// rock 'n' roll
			return true;
		}
		return !quoted && (SHORTENED.contains(word) || DECADE.matcher(word).matches());
	}

	private boolean isLetterOrDigit(int index) {
		return Character.isLetterOrDigit(this.text.charAt(index));
	}

	private boolean isLetterAt(int index) {
		return index < this.text.length() && Character.isLetter(this.text.charAt(index));
	}

}
