package dev.couplet.soak;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Whether a metric grows: compares the median of the last third with that of the first,
 * after a fifth for the warm-up. Medians are robust against other load on the machine.
 *
 * @param name the name of the metric
 * @param unit its unit
 * @param figure reads the metric from a sample
 * @param factor the maximum ratio of the last third to the first
 * @param slack an absolute tolerance in addition
 */
record Drift(String name, String unit, ToDoubleFunction<Sample> figure, double factor, double slack) {

	/**
	 * The metrics that must not grow.
	 */
	static final List<Drift> ALL = List.of(new Drift("live heap", "MB", (sample) -> megabytes(sample.heap()), 1.1, 4),
			new Drift("resident memory", "MB", (sample) -> megabytes(sample.resident()), 1.15, 16),
			new Drift("threads", "", Sample::threads, 1.1, 4),
			new Drift("descriptors", "", Sample::descriptors, 1.25, 10),
			new Drift("latency p50", "ms", Sample::median, 1.5, 1),
			new Drift("latency p99", "ms", Sample::slow, 2, 10));

	private static final int WARM_UP = 5;

	/**
	 * Returns the median of the first third.
	 * @param samples all samples
	 * @return the median
	 */
	double first(List<Sample> samples) {
		int warm = samples.size() / WARM_UP;
		return median(samples.subList(warm, warm + third(samples)));
	}

	/**
	 * Returns the median of the last third.
	 * @param samples all samples
	 * @return the median
	 */
	double last(List<Sample> samples) {
		return median(samples.subList(samples.size() - third(samples), samples.size()));
	}

	/**
	 * Returns the maximum for the last third.
	 * @param samples all samples
	 * @return the bound
	 */
	double bound(List<Sample> samples) {
		return first(samples) * this.factor + this.slack;
	}

	/**
	 * Checks the metric.
	 * @param samples all samples
	 * @return a sentence if the metric grows, otherwise empty
	 */
	Optional<String> fault(List<Sample> samples) {
		if (last(samples) <= bound(samples)) {
			return Optional.empty();
		}
		return Optional.of("%s drifts: %.1f %s in the first third, %.1f in the last, where %.1f is the bound"
			.formatted(this.name, first(samples), this.unit, last(samples), bound(samples)));
	}

	private static int third(List<Sample> samples) {
		return Math.max(1, (samples.size() - samples.size() / WARM_UP) / 3);
	}

	private double median(List<Sample> samples) {
		double[] sorted = samples.stream().mapToDouble(this.figure).sorted().toArray();
		return sorted[sorted.length / 2];
	}

	private static double megabytes(long bytes) {
		return bytes / (double) (1 << 20);
	}

}
