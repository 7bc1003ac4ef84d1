package dev.couplet.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Tables of the results of every server under every workload.
 */
final class Figures {

	private Figures() {
	}

	/**
	 * Formats a row for each server and workload.
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
	 * Formats the failures of a sample by kind.
	 * @param sample the sample
	 * @return the counts, or 0 for no failures
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
	 * Formats a number with two decimals.
	 * @param value the number
	 * @return the number, in the format of all tables
	 */
	static String number(double value) {
		return String.format(Locale.ROOT, "%.2f", value);
	}

}
