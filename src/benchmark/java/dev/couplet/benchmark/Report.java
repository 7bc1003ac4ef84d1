package dev.couplet.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The report with all results.
 */
final class Report {

	private static final String NONE = "–";

	private final Results results;

	private final Settings settings;

	private final String machine;

	Report(Results results, Settings settings, String machine) {
		this.results = results;
		this.settings = settings;
		this.machine = machine;
	}

	String text() {
		return """
				# Benchmark

				%s
				Recipe `cummingsify`, text `%s` and %d clients where nothing else is said. The load is on the same machine, on one \
				thread, and compares every reply byte for byte. Rounds: %d, of %d s, the servers in turn; a figure is the median \
				of the rounds, with the least and the greatest in parentheses.

				"""
			.formatted(this.machine, Exchange.POEM, Workload.CLIENTS, this.settings.timing().rounds(),
					this.settings.timing().window().toSeconds())
				+ notes() + this.results.passes().stream().map(Report::pass).collect(Collectors.joining()) + growth();
	}

	private String notes() {
		return this.results.notes().stream().distinct().map((note) -> note + "\n\n").collect(Collectors.joining());
	}

	private static String pass(Pass pass) {
		return "## Servers on %s%n%n".formatted(pass.processors().title()) + new Ratios(pass.comparisons()).text()
				+ startRatio(pass.starts()) + Figures.text(pass.comparisons()) + others(pass);
	}

	private static String startRatio(StartTimes starts) {
		return starts.ratio(AheadOfTime.NAME, ServerKinds.COUPLET)
			.map((ratio) -> "Start to ready, with an AOT cache divided by without: %s.%n%n"
				.formatted(ratio.format("%.2f")))
			.orElse("");
	}

	private static String others(Pass pass) {
		Table table = new Table("", "server", "");
		for (Memory memory : pass.memories()) {
			table.row("resident memory", memory.server(), memory.summary());
		}
		pass.loaded().forEach((memory) -> table.row(memory.title(), memory.server(), memory.summary()));
		pass.starts()
			.spreads()
			.forEach((name, spread) -> table.row("start to first answered netstring", name,
					spread.format("%,.0f") + " ms"));
		return table.text();
	}

	private String growth() {
		Growth growth = this.results.growth();
		if (growth.isEmpty()) {
			return "";
		}
		return "## Growth, on all processors\n\n![Growth](benchmark-growth.svg)\n\n"
				+ "Texts of %d bytes, exchanges a second and p99 latency:\n\n".formatted(Growth.FEWEST_BYTES)
				+ growth("clients", growth.byClients())
				+ "%d clients, exchanges a second and p99 latency:\n\n".formatted(Growth.CLIENTS)
				+ growth("bytes of text", growth.byBytes());
	}

	private static String growth(String size, List<GrowthPoint> points) {
		List<String> lines = points.stream().map(GrowthPoint::line).distinct().toList();
		Map<Integer, Map<String, String>> cells = points.stream()
			.collect(Collectors.groupingBy(GrowthPoint::size, TreeMap::new,
					Collectors.toMap(GrowthPoint::line, (point) -> growthCell(point.sample()))));
		List<String> header = new ArrayList<>(List.of(size));
		header.addAll(lines);
		Table table = new Table(header.toArray(String[]::new));
		cells.forEach((value, byLine) -> {
			List<String> row = new ArrayList<>(List.of("%,d".formatted(value)));
			lines.forEach((line) -> row.add(byLine.getOrDefault(line, NONE)));
			table.row(row);
		});
		return table.text();
	}

	private static String growthCell(Sample sample) {
		String errors = (sample.failed() > 0) ? ", errors: " + Figures.errors(sample) : "";
		return String.format(Locale.ROOT, "%,.0f, %s ms%s", sample.rate(), Figures.number(sample.latency(99)), errors);
	}

}
