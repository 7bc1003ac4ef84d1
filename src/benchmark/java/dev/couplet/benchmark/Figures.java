package dev.couplet.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What was seen of every server under every workload, as tables show it.
 */
final class Figures {

	private Figures() {
	}

	/**
	 * A row for each server and workload.
	 * @param comparisons the workloads
	 * @return Markdown
	 */
	static String text(List<Comparison> comparisons) {
		Table table = new Table("", "server", "exchanges/s", "CPU µs/exchange", "p50 ms", "p99 ms", "p99.9 ms",
				"errors");
		for (Comparison comparison : comparisons) {
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

	/**
	 * The failures of a sample, counted by kind.
	 * @param sample what was seen
	 * @return 0 where there were none
	 */
	static String errors(Sample sample) {
		if (sample.failures().isEmpty()) {
			return "0";
		}
		return sample.failures()
			.entrySet()
			.stream()
			.map((failure) -> failure.getValue() + " " + failure.getKey().name().toLowerCase(Locale.ROOT))
			.collect(Collectors.joining(", "));
	}

	/**
	 * A figure with two decimals.
	 * @param value the figure
	 * @return as it is written everywhere
	 */
	static String number(double value) {
		return String.format(Locale.ROOT, "%.2f", value);
	}

}
