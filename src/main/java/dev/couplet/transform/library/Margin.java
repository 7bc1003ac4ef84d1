package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Adds and removes prefixes of lines.
 */
final class Margin {

	private static final String AFTER_NUMBER = "  ";

	private Margin() {
	}

	/**
	 * Indents lines, except blank ones.
	 * @param lines the lines
	 * @param width the number of spaces, at least 0
	 * @param limit the maximum size of the result
	 * @return the indented lines as a text
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String add(Lines lines, int width, SizeLimit limit) {
		long indented = lines.all().stream().filter((line) -> !line.isBlank()).count();
		limit.check(lines.size() + indented * width);
		String margin = " ".repeat(width);
		return lines
			.with(lines.all().stream().map((line) -> line.isBlank() ? line : line.with(margin + line.text())).toList())
			.join(limit);
	}

	/**
	 * Numbers lines.
	 * @param lines the lines
	 * @param first the number of the first line, at least 0
	 * @param limit the maximum size of the result
	 * @return the numbered lines as a text
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String number(Lines lines, int first, SizeLimit limit) {
		int count = lines.count();
		int width = String.valueOf(first + Math.max(0, count - 1L)).length();
		limit.check(lines.size() + (long) count * (width + AFTER_NUMBER.length()));
		List<String> numbered = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			String number = String.valueOf((long) first + i);
			numbered.add(" ".repeat(width - number.length()) + number + AFTER_NUMBER + lines.all().get(i).text());
		}
		return lines.withTexts(numbered).join(limit);
	}

	/**
	 * Puts a right-aligned label before each line that has one. A blank line is left
	 * unchanged.
	 * @param lines the lines
	 * @param labels a label of ASCII for each line; empty for none
	 * @param limit the maximum size of the result
	 * @return the labelled lines as a text
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String label(Lines lines, List<String> labels, SizeLimit limit) {
		int width = labels.stream().mapToInt(String::length).max().orElse(0);
		long labelled = lines.all().stream().filter((line) -> !line.isBlank()).count();
		limit.check(lines.size() + labelled * (width + AFTER_NUMBER.length()));
		List<String> texts = new ArrayList<>(labels.size());
		for (int i = 0; i < labels.size(); i++) {
			Line line = lines.all().get(i);
			String label = " ".repeat(width - labels.get(i).length()) + labels.get(i) + AFTER_NUMBER;
			texts.add(line.isBlank() ? line.text() : label + line.text());
		}
		return lines.withTexts(texts).join(limit);
	}

	/**
	 * Removes the leading spaces and tabs that all lines have in common. Blank lines are
	 * ignored and become empty.
	 * @param lines the lines
	 * @return the lines without the common prefix
	 */
	static List<Line> remove(List<Line> lines) {
		int margin = common(lines.stream().filter((line) -> !line.isBlank()).map(Line::text).toList());
		return lines.stream().map((line) -> line.with(line.isBlank() ? "" : line.text().substring(margin))).toList();
	}

	private static int common(List<String> lines) {
		if (lines.isEmpty()) {
			return 0;
		}
		String first = lines.getFirst();
		int margin = 0;
		while (first.charAt(margin) == ' ' || first.charAt(margin) == '\t') {
			margin++;
		}
		for (String line : lines) {
			int same = 0;
			while (same < margin && same < line.length() && line.charAt(same) == first.charAt(same)) {
				same++;
			}
			margin = same;
		}
		return margin;
	}

}
