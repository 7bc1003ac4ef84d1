package dev.couplet.soak;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The report with all results.
 *
 * @param length the duration of the soak test
 * @param samples the samples of the server
 * @param tally the results of the clients
 */
record SoakReport(Duration length, List<Sample> samples, Tally tally) {

	/**
	 * Returns the failures.
	 * @return one sentence for each failure
	 */
	List<String> faults() {
		Stream<String> drifts = Drift.ALL.stream().map((drift) -> drift.fault(this.samples)).flatMap(Optional::stream);
		Stream<String> complaints = this.tally.complaints()
			.entrySet()
			.stream()
			.map((complaint) -> "%s (%s times)".formatted(complaint.getKey(), complaint.getValue()));
		return Stream.concat(drifts, complaints).toList();
	}

	String text() {
		return """
				# Soak

				%d s, %d samples; medians of the first third after the \
				warm-up and of the last.

				| | first third | last third | at most | |
				| --- | --- | --- | --- | --- |
				%s
				| clients | visits |
				| --- | --- |
				%s
				%s

				![Figures over time](soak.svg)
				""".formatted(this.length.toSeconds(), this.samples.size(), drifts(), visits(),
				faults().isEmpty() ? "Nothing drifts, and every client got what it was owed."
						: "**" + String.join("**\n\n**", faults()) + "**");
	}

	private String drifts() {
		return Drift.ALL.stream()
			.map((drift) -> "| %s | %.1f %s | %.1f | %.1f | %s |%n".formatted(drift.name(), drift.first(this.samples),
					drift.unit(), drift.last(this.samples), drift.bound(this.samples),
					drift.fault(this.samples).isEmpty() ? "" : "**drifts**"))
			.collect(Collectors.joining());
	}

	private String visits() {
		return this.tally.visits()
			.entrySet()
			.stream()
			.map((kind) -> "| %s | %,d |%n".formatted(kind.getKey(), kind.getValue().sum()))
			.collect(Collectors.joining());
	}

}
