package dev.couplet.transform.library;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;

/**
 * A distinct line and how often it occurs.
 */
final class LineCounts {

	private static final int COLUMNS = 7;

	// an empty last line needs one that it does not need after its number
	private static final int MAX_LINE_BREAK = 2;

	private final Line line;

	private int count;

	private LineCounts(Line line) {
		this.line = line;
	}

	/**
	 * Counts the lines of a text.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return each distinct line after its count, the most frequent first
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String of(String text, SizeLimit limit) {
		Lines lines = Lines.of(text);
		Map<String, LineCounts> counts = new LinkedHashMap<>();
		for (Line line : lines.all()) {
			counts.computeIfAbsent(line.text(), (key) -> new LineCounts(line)).count++;
		}
		List<LineCounts> sorted = counts.values()
			.stream()
			.sorted(Comparator.comparingInt((LineCounts each) -> each.count).reversed())
			.toList();
		// a number has at least seven columns, so this is not more than the result
		limit.check(lines.with(sorted.stream().map((each) -> each.line).toList()).size()
				+ (COLUMNS + 1L) * sorted.size() - MAX_LINE_BREAK);
		return lines.with(sorted.stream().map(LineCounts::counted).toList()).join(limit);
	}

	private Line counted() {
		String number = String.valueOf(this.count);
		return this.line.with(" ".repeat(Math.max(0, COLUMNS - number.length())) + number + " " + this.line.text());
	}

}
