package dev.couplet.transform.library;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;

/**
 * How often each word or character occurs.
 */
final class Frequencies {

	private static final int COLUMNS = 7;

	private final Map<String, int[]> counts = new LinkedHashMap<>();

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
		this.counts.computeIfAbsent(part, (key) -> new int[1])[0]++;
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
			.sorted(Comparator.comparingInt((Map.Entry<String, int[]> entry) -> entry.getValue()[0]).reversed())
			.forEachOrdered((entry) -> {
				String number = String.valueOf(entry.getValue()[0]);
				lines.append(" ".repeat(Math.max(0, COLUMNS - number.length())) + number + " " + shown(entry.getKey())
						+ "\n");
			});
		return lines.toString();
	}

	private static String shown(String part) {
		if (part.codePoints().anyMatch(Frequencies::isVisible)) {
			return part;
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

}
