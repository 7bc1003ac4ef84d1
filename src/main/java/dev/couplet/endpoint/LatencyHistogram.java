package dev.couplet.endpoint;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;

/**
 * The latencies of one protocol in exponential buckets, two for each power of two.
 * Recording a value takes 2 ns. With the histograms of Micrometer and of the Prometheus
 * client it takes 140 and 50 ns, a fifth and a sixteenth of a small request.
 */
final class LatencyHistogram {

	// from 2^13 ns, 8 microseconds, to 1.5 * 2^34 ns, 26 seconds
	private static final int FIRST_POWER = 13;

	private static final int LAST_POWER = 35;

	private static final int BUCKETS = 2 * (LAST_POWER - FIRST_POWER) + 1;

	private static final double NANOSECONDS = TimeUnit.SECONDS.toNanos(1);

	private final LongAdder[] buckets = Stream.generate(LongAdder::new).limit(BUCKETS).toArray(LongAdder[]::new);

	private final LongAdder nanoseconds = new LongAdder();

	void record(long nanoseconds) {
		this.buckets[bucket(nanoseconds)].increment();
		this.nanoseconds.add(nanoseconds);
	}

	// the highest set bit selects the power of two, the next bit the half
	private static int bucket(long nanoseconds) {
		int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanoseconds | 1);
		if (power < FIRST_POWER) {
			return 0;
		}
		int half = (int) (nanoseconds >> (power - 1)) & 1;
		return Math.min(2 * (power - FIRST_POWER) + half + 1, BUCKETS - 1);
	}

	private static double upperBound(int bucket) {
		if (bucket == BUCKETS - 1) {
			return Double.POSITIVE_INFINITY;
		}
		long power = 1L << (FIRST_POWER + bucket / 2);
		return (power + (bucket % 2) * power / 2) / NANOSECONDS;
	}

	/**
	 * Returns a snapshot of the histogram.
	 * @param labels the labels of the data point
	 * @return a data point with all buckets
	 */
	HistogramDataPointSnapshot snapshot(Labels labels) {
		ClassicHistogramBuckets.Builder counts = ClassicHistogramBuckets.builder();
		IntStream.range(0, BUCKETS).forEach((bucket) -> counts.bucket(upperBound(bucket), this.buckets[bucket].sum()));
		return HistogramDataPointSnapshot.builder()
			.classicHistogramBuckets(counts.build())
			.sum(this.nanoseconds.sum() / NANOSECONDS)
			.labels(labels)
			.build();
	}

}
