package dev.couplet.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Markdown table.
 */
public final class Table {

	private final List<List<String>> rows = new ArrayList<>();

	public Table(String... header) {
		this.rows.add(List.of(header));
	}

	/**
	 * Adds a row.
	 * @param cells the cells, as many as in the header
	 */
	public void row(String... cells) {
		row(List.of(cells));
	}

	public void row(List<String> cells) {
		this.rows.add(List.copyOf(cells));
	}

	/**
	 * Formats the table, followed by an empty line.
	 * @return lines
	 */
	public String text() {
		String rule = "| --- ".repeat(this.rows.getFirst().size()) + "|\n";
		return line(this.rows.getFirst()) + rule
				+ this.rows.stream().skip(1).map(Table::line).collect(Collectors.joining()) + "\n";
	}

	private static String line(List<String> cells) {
		return "| " + String.join(" | ", cells) + " |\n";
	}

}
