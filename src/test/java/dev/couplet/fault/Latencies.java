package dev.couplet.fault;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The durations of exchanges, in ascending order.
 *
 * @param times the durations
 */
record Latencies(List<Duration> times) {

	/**
	 * Measures repeated exchanges.
	 * @param count the number of exchanges
	 * @param exchange the exchange
	 * @return the durations
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
	 * Repeats the exchanges under load, until a percentile is at most three times its
	 * previous value, or below a floor at which other work of the machine decides. Such
	 * work delays some of the attempts; a load that delays exchanges delays all attempts.
	 * @param count the number of exchanges in an attempt
	 * @param exchange the exchange
	 * @param percent the percentile
	 * @param floor the floor
	 */
	void assertHoldUnderLoad(int count, Runnable exchange, int percent, Duration floor) {
		Duration bound = percentile(percent).multipliedBy(3);
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(of(count, exchange).percentile(percent))
				.as("%s %% of the exchanges, which took %s alone", percent, percentile(percent))
				.isLessThan((bound.compareTo(floor) > 0) ? bound : floor));
	}

}
