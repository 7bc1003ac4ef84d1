package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Pads lines with spaces to a width in grapheme clusters.
 */
final class LinePadding {

	private static final int MAX_LINE_BREAK = 2;

	private LinePadding() {
	}

	/**
	 * Checks the size of lines that become longer.
	 * @param lines the lines
	 * @param added the size in bytes of what is added to them
	 * @param limit the maximum size of the result
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static void check(Lines lines, long added, SizeLimit limit) {
		// an empty last line has a line break that it does not need when it is longer
		limit.check(Math.max(0, lines.size() - MAX_LINE_BREAK) + added);
	}

	/**
	 * Pads lines.
	 * @param lines the lines
	 * @param width the width in grapheme clusters
	 * @param side {@code start}, {@code end} or {@code both}, where an odd space goes to
	 * the end
	 * @param limit the maximum size of the result
	 * @return the padded lines as a text
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String pad(Lines lines, int width, String side, SizeLimit limit) {
		GraphemeCounter counter = new GraphemeCounter();
		int[] missing = lines.all()
			.stream()
			.mapToInt((line) -> Math.max(0, width - counter.count(line.text())))
			.toArray();
		long added = 0;
		for (int spaces : missing) {
			added += spaces;
		}
		check(lines, added, limit);
		List<String> padded = new ArrayList<>(missing.length);
		for (int i = 0; i < missing.length; i++) {
			int before = switch (side) {
				case "start" -> missing[i];
				case "both" -> missing[i] / 2;
				default -> 0;
			};
			padded.add(" ".repeat(before) + lines.all().get(i).text() + " ".repeat(missing[i] - before));
		}
		return lines.withTexts(padded).join(limit);
	}

}
