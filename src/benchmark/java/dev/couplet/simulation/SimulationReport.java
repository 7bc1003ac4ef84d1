package dev.couplet.simulation;

import java.util.List;
import java.util.Locale;

import dev.couplet.benchmark.Table;

/**
 * The tables of what happened.
 */
final class SimulationReport {

	private static final String NONE = "–";

	private static final double HOURS_OF_DAY = 24;

	private SimulationReport() {
	}

	/**
	 * Shows how the policies served a day.
	 * @param outcomes what happened
	 * @return a Markdown table
	 */
	static String day(List<Outcome> outcomes) {
		Table table = new Table("policy", "instances", "most", "refused", "expensive: p50", "p99", "cheap: p99",
				"instance hours a day");
		for (Outcome outcome : outcomes) {
			double scale = HOURS_OF_DAY * 3600 / Experiment.DAY_SECONDS;
			table.row(outcome.policy().name(), range(outcome.policy()), String.valueOf(most(outcome)), refused(outcome),
					milliseconds(outcome.expensive(), 50), milliseconds(outcome.expensive(), 99),
					milliseconds(outcome.cheap(), 99), format("%.0f", outcome.instanceHours() * scale));
		}
		return table.text();
	}

	/**
	 * Shows how the policies served a flash crowd.
	 * @param outcomes what happened
	 * @return a Markdown table
	 */
	static String crowd(List<Outcome> outcomes) {
		Table table = new Table("policy", "instances", "most", "refused", "until", "expensive: p50", "p99",
				"cheap: p99", "instance hours");
		for (Outcome outcome : outcomes) {
			double until = outcome.lastRefusal() - Experiment.CROWD_START;
			table.row(outcome.policy().name(), range(outcome.policy()), String.valueOf(most(outcome)), refused(outcome),
					Double.isNaN(until) ? NONE : format("%.0f s", until), milliseconds(outcome.expensive(), 50),
					milliseconds(outcome.expensive(), 99), milliseconds(outcome.cheap(), 99),
					format("%.1f", outcome.instanceHours()));
		}
		return table.text();
	}

	private static String range(Policy policy) {
		return (policy.min() == policy.max()) ? String.valueOf(policy.min()) : policy.min() + " to " + policy.max();
	}

	private static int most(Outcome outcome) {
		return outcome.ready().stream().mapToInt(Integer::intValue).max().orElse(0);
	}

	private static String refused(Outcome outcome) {
		double percent = 100 * outcome.refused();
		return (percent == 0) ? "0" : format("%.1f %%", percent);
	}

	/**
	 * Formats a latency.
	 * @param latencies the latencies
	 * @param percent which percentile
	 * @return milliseconds, with two digits or more
	 */
	static String milliseconds(Latencies latencies, double percent) {
		double milliseconds = 1000 * latencies.percentile(percent);
		String number = (milliseconds < 1) ? "%.2f" : (milliseconds < 10) ? "%.1f" : "%,.0f";
		return format(number + " ms", milliseconds);
	}

	private static String format(String format, double value) {
		return String.format(Locale.ROOT, format, value);
	}

}
