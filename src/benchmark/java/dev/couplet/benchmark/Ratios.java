package dev.couplet.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Tables of Couplet's results divided by those of its peers.
 */
final class Ratios {

	private static final String NONE = "–";

	private static final String FORMAT = "%.2f";

	private final List<Comparison> comparisons;

	private final List<String> bases;

	/**
	 * Creates the tables of one pass.
	 * @param comparisons the workloads with the results of each server
	 */
	Ratios(List<Comparison> comparisons) {
		this.comparisons = comparisons;
		this.bases = comparisons.stream()
			.flatMap((comparison) -> comparison.samples().keySet().stream())
			.distinct()
			.filter(Predicate.not(ServerKinds.COUPLET::equals))
			.toList();
	}

	/**
	 * Formats a column for each peer, and two rows for each workload.
	 * @return Markdown
	 */
	String text() {
		List<String> header = new ArrayList<>(List.of("Couplet divided by"));
		header.addAll(this.bases);
		Table table = new Table(header.toArray(String[]::new));
		for (Comparison comparison : this.comparisons) {
			table.row(row(comparison, "exchanges a second", Sample::rate));
			table.row(row(comparison, "server CPU an exchange", Sample::cpuAnExchange));
		}
		return table.text();
	}

	private List<String> row(Comparison comparison, String title, ToDoubleFunction<Sample> figure) {
		List<String> row = new ArrayList<>(List.of(comparison.title() + ": " + title));
		for (String base : this.bases) {
			row.add(comparison.ratio(ServerKinds.COUPLET, base, figure)
				.map((spread) -> spread.format(FORMAT))
				.orElse(NONE));
		}
		return row;
	}

}
