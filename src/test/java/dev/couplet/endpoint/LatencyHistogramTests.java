package dev.couplet.endpoint;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBucket;
import io.prometheus.metrics.model.snapshots.Labels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LatencyHistogram}.
 */
class LatencyHistogramTests {

	private final LatencyHistogram histogram = new LatencyHistogram();

	@ParameterizedTest
	@ValueSource(longs = { 0, 1, 8191, 8192, 8193, 12_287, 12_288, 16_383, 16_384, 1_000_000, 1_572_864, 1_000_000_000,
			34_359_738_367L, 34_359_738_368L, Long.MAX_VALUE })
	void countsALatencyInTheBucketThatContainsIt(long nanoseconds) {
		this.histogram.record(nanoseconds);
		double seconds = nanoseconds / 1e9;
		double lower = 0;
		for (ClassicHistogramBucket bucket : this.histogram.snapshot(Labels.EMPTY).getClassicBuckets()) {
			boolean inside = lower <= seconds
					&& (seconds < bucket.getUpperBound() || Double.isInfinite(bucket.getUpperBound()));
			assertThat(bucket.getCount()).as("up to %s", bucket.getUpperBound()).isEqualTo(inside ? 1 : 0);
			lower = bucket.getUpperBound();
		}
	}

	@Test
	void eachBoundIsAtMost50PercentLargerThanThePreviousOne() {
		double lower = 0;
		for (ClassicHistogramBucket bucket : this.histogram.snapshot(Labels.EMPTY).getClassicBuckets()) {
			if (lower > 0 && Double.isFinite(bucket.getUpperBound())) {
				assertThat(bucket.getUpperBound() / lower).isBetween(1.3, 1.5);
			}
			lower = bucket.getUpperBound();
		}
	}

	@Test
	void theSumIsInSeconds() {
		this.histogram.record(1_500_000_000);
		this.histogram.record(500_000_000);
		assertThat(this.histogram.snapshot(Labels.EMPTY).getSum()).isEqualTo(2);
	}

}
