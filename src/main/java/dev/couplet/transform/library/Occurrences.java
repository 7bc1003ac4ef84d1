package dev.couplet.transform.library;

import java.util.stream.IntStream;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueTooLargeException;

/**
 * The occurrences of a literal in a text, from left to right and without overlaps. The
 * search takes linear time (Knuth, Morris and Pratt 1977). {@link String#indexOf(String)}
 * can compare the whole literal at every position of a hostile text.
 */
final class Occurrences {

	private final String text;

	private final String literal;

	private final int[] starts;

	private Occurrences(String text, String literal, int[] starts) {
		this.text = text;
		this.literal = literal;
		this.starts = starts;
	}

	static Occurrences of(String literal, String text) {
		int[] borders = borders(literal);
		IntStream.Builder starts = IntStream.builder();
		int matched = 0;
		for (int i = 0; i < text.length(); i++) {
			matched = extend(literal, borders, matched, text.charAt(i));
			if (matched == literal.length()) {
				starts.add(i + 1 - matched);
				matched = 0;
			}
		}
		return new Occurrences(text, literal, starts.build().toArray());
	}

	/**
	 * Replaces the occurrences.
	 * @param replacement the replacement
	 * @param limit the maximum size of the result
	 * @return the result
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	String replace(String replacement, SizeLimit limit) {
		long growth = Utf8.size(replacement) - Utf8.size(this.literal);
		limit.check(Utf8.size(this.text) + growth * this.starts.length);
		StringBuilder result = new StringBuilder();
		int copied = 0;
		for (int start : this.starts) {
			result.append(this.text, copied, start).append(replacement);
			copied = start + this.literal.length();
		}
		return result.append(this.text, copied, this.text.length()).toString();
	}

	// for each prefix of the literal, the length of its longest proper suffix that is
	// also a prefix
	private static int[] borders(String literal) {
		int[] borders = new int[literal.length()];
		for (int i = 1; i < literal.length(); i++) {
			borders[i] = extend(literal, borders, borders[i - 1], literal.charAt(i));
		}
		return borders;
	}

	private static int extend(String literal, int[] borders, int matched, char next) {
		int length = matched;
		while (length > 0 && literal.charAt(length) != next) {
			length = borders[length - 1];
		}
		return (literal.charAt(length) == next) ? length + 1 : length;
	}

}
