package dev.couplet.fault;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long exchanges took, in ascending order.
 *
 * @param times the times
 */
record Latencies(List<Duration> times) {

	/**
	 * Repeats an exchange.
	 * @param count how many times
	 * @param exchange the exchange
	 * @return the times
	 */
	static Latencies of(int count, Runnable exchange) {
		return new Latencies(Stream.generate(() -> time(exchange)).limit(count).sorted().toList());
	}

	private static Duration time(Runnable exchange) {
		long start = System.nanoTime();
		exchange.run();
		return Duration.ofNanos(System.nanoTime() - start);
	}

	Duration percentile(int percent) {
		return this.times.get((this.times.size() - 1) * percent / 100);
	}

	/**
	 * Fails where a percentile is more than three times another, and more than a floor,
	 * under which the times depend on what else the machine does.
	 */
	void assertSimilarTo(Latencies alone, int percent, Duration floor) {
		Duration bound = alone.percentile(percent).multipliedBy(3);
		assertThat(percentile(percent))
			.as("%s %% of the exchanges, which took %s alone", percent, alone.percentile(percent))
			.isLessThan((bound.compareTo(floor) > 0) ? bound : floor);
	}

}
