package dev.couplet.transform.library;

import java.util.stream.IntStream;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TextTooLargeException;
import dev.couplet.transform.Utf8;

/**
 * Where a literal occurs in a text, left to right and without overlaps. Found in linear
 * time (Knuth, Morris and Pratt 1977): {@link String#indexOf(String)} compares up to the
 * whole literal at every place of a hostile text.
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
	 * Puts another text in the literal's places.
	 * @param replacement the other text
	 * @param limit what the result may come to
	 * @return the result
	 * @throws TextTooLargeException where the result would be over the limit
	 */
	String replace(String replacement, SizeLimit limit) {
		long growth = Utf8.size(replacement) - Utf8.size(this.literal);
		limit.check(Utf8.size(this.text) + growth * this.starts.length);
		StringBuilder result = new StringBuilder();
		int end = 0;
		for (int start : this.starts) {
			result.append(this.text, end, start).append(replacement);
			end = start + this.literal.length();
		}
		return result.append(this.text, end, this.text.length()).toString();
	}

	// for each beginning of the literal, the length of the longest shorter one that it
	// ends with
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
