package dev.couplet.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The page with all figures.
 */
final class Report {

	private static final String NONE = "–";

	private static final String RATIO = "%.2f";

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
				Recipe `cummingsify`, text `%s` and 32 clients where nothing else is said. The load is on the same machine, on one \
				thread, and compares every reply byte for byte. Rounds: %d, of %d s, the servers in turn; a figure is the median \
				of the rounds, with the least and the greatest in parentheses.

				"""
			.formatted(this.machine, Exchange.POEM, this.settings.rounds(), this.settings.window().toSeconds())
				+ notes() + "## Ratios\n\n" + ratios() + "## Figures\n\n" + figures() + others() + "## Growth\n\n"
				+ growth();
	}

	private String notes() {
		return this.results.notes().stream().map((note) -> note + "\n\n").collect(Collectors.joining());
	}

	private String ratios() {
		Table table = new Table("", "divided by", "Couplet", "floor");
		for (Comparison comparison : this.results.comparisons()) {
			table.row(comparison.title() + ": exchanges a second", comparison.base(),
					ratio(comparison, ServerKinds.COUPLET, Sample::rate),
					ratio(comparison, ServerKinds.FLOOR, Sample::rate));
			table.row(comparison.title() + ": server CPU an exchange", comparison.base(),
					ratio(comparison, ServerKinds.COUPLET, Sample::cpuAnExchange),
					ratio(comparison, ServerKinds.FLOOR, Sample::cpuAnExchange));
		}
		table.row("start to ready, with an AOT cache", "Couplet without",
				cell(this.results.starts().ratio(AheadOfTime.NAME, ServerKinds.COUPLET)), NONE);
		return table.text();
	}

	private static String ratio(Comparison comparison, String name, ToDoubleFunction<Sample> figure) {
		return cell(comparison.ratio(name, figure));
	}

	private static String cell(Optional<Spread> ratio) {
		return ratio.map((spread) -> spread.format(RATIO)).orElse(NONE);
	}

	private String figures() {
		Table table = new Table("", "server", "exchanges/s", "CPU µs/exchange", "p50 ms", "p99 ms", "p99.9 ms",
				"errors");
		for (Comparison comparison : this.results.comparisons()) {
			comparison.samples().forEach((name, samples) -> {
				Sample all = samples.stream().reduce(Sample::plus).orElseThrow();
				table.row(comparison.title(), name, spread(samples, Sample::rate, "%,.0f"),
						spread(samples, Sample::cpuAnExchange, "%.1f"), number(all.latency(50)),
						number(all.latency(99)), number(all.latency(99.9)), errors(all));
			});
		}
		return table.text();
	}

	private static String spread(List<Sample> samples, ToDoubleFunction<Sample> figure, String format) {
		return Spread.of(samples.stream().mapToDouble(figure).toArray()).format(format);
	}

	private static String errors(Sample sample) {
		if (sample.failures().isEmpty()) {
			return "0";
		}
		return sample.failures()
			.entrySet()
			.stream()
			.map((failure) -> failure.getValue() + " " + failure.getKey().name().toLowerCase(Locale.ROOT))
			.collect(Collectors.joining(", "));
	}

	private String others() {
		Table table = new Table("", "server", "");
		for (Memory memory : this.results.memories()) {
			String lost = (memory.lost() > 0) ? ", " + memory.lost() + " lost" : "";
			table.row("resident memory with %,d idle sessions (just started, without)".formatted(Memory.SESSIONS),
					memory.server(), "%d MB (%d MB)%s".formatted(Memory.megabytes(memory.after()),
							Memory.megabytes(memory.before()), lost));
		}
		this.results.starts()
			.spreads()
			.forEach((name, spread) -> table.row("start to first answered netstring", name,
					spread.format("%,.0f") + " ms"));
		return table.text();
	}

	private String growth() {
		return "![Growth](benchmark-growth.svg)\n\n"
				+ "Texts of %d bytes, exchanges a second and p99 latency:\n\n".formatted(Growth.FEWEST_BYTES)
				+ growth("clients", this.results.growth().byClients())
				+ "%d clients, exchanges a second and p99 latency:\n\n".formatted(Growth.CLIENTS)
				+ growth("bytes of text", this.results.growth().byBytes());
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
		String errors = (sample.failed() > 0) ? ", errors: " + errors(sample) : "";
		return String.format(Locale.ROOT, "%,.0f, %s ms%s", sample.rate(), number(sample.latency(99)), errors);
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.2f", value);
	}

}
