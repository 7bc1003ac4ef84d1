package dev.couplet.transform.library;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * How often each word or character occurs.
 */
final class Frequencies {

	private static final int COLUMNS = 7;

	private static final String PADDING = " ".repeat(COLUMNS);

	private final Map<Part, int[]> counts = new LinkedHashMap<>();

	private Frequencies() {
	}

	static Frequencies ofWords(String text) {
		Frequencies frequencies = new Frequencies();
		TextCounts.forEachWord(text, (start, end) -> frequencies.add(Words.lower(text.substring(start, end))));
		return frequencies;
	}

	static Frequencies ofCharacters(String text) {
		Frequencies frequencies = new Frequencies();
		Graphemes.forEach(text, (start, end) -> frequencies.add(text.substring(start, end)));
		return frequencies;
	}

	private void add(String part) {
		this.counts.computeIfAbsent(new Part(part), (key) -> new int[1])[0]++;
	}

	/**
	 * Lists the parts as {@code uniq -c} does, the most frequent first.
	 * @param limit the maximum size of the list
	 * @return lines of a count and a part
	 * @throws ValueTooLargeException if the list would exceed the limit
	 */
	String list(SizeLimit limit) {
		LimitedBuilder lines = new LimitedBuilder(limit);
		this.counts.entrySet()
			.stream()
			.sorted(Comparator.comparingInt((Map.Entry<Part, int[]> entry) -> entry.getValue()[0]).reversed())
			.forEachOrdered((entry) -> {
				String number = String.valueOf(entry.getValue()[0]);
				lines.append(PADDING.substring(Math.min(COLUMNS, number.length())))
					.append(number)
					.append(" ")
					.append(shown(entry.getKey().text()))
					.append("\n");
			});
		return lines.toString();
	}

	private static String shown(String part) {
		for (int i = 0; i < part.length(); i = part.offsetByCodePoints(i, 1)) {
			if (isVisible(part.codePointAt(i))) {
				return part;
			}
		}
		StringBuilder numbers = new StringBuilder();
		part.codePoints()
			.forEach((character) -> numbers.append(numbers.isEmpty() ? "" : " ")
				.append(String.format("U+%04X", character)));
		return numbers.toString();
	}

	private static boolean isVisible(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED, Character.PRIVATE_USE,
					Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
				false;
			default -> true;
		};
	}

	/**
	 * A part of a text, with a hash code of its code points. That of a string is the same
	 * for many pairs of surrogates.
	 *
	 * @param text the part
	 */
	private record Part(String text) implements Comparable<Part> {

		@Override
		public int hashCode() {
			int hash = 0;
			for (int i = 0; i < this.text.length(); i = this.text.offsetByCodePoints(i, 1)) {
				hash = 31 * hash + this.text.codePointAt(i);
			}
			return hash;
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Part part && this.text.equals(part.text);
		}

		// where hash codes are equal, maps compare
		@Override
		public int compareTo(Part other) {
			return this.text.compareTo(other.text);
		}

	}

}
