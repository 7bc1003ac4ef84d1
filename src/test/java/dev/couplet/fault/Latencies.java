package dev.couplet.fault;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

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
	 * Repeats the exchanges, now that there is a load, until a percentile of them is no
	 * more than three times what it was, or than a floor, under which the times depend on
	 * what else the machine does. That delays some of the attempts; a load that is in the
	 * way delays all of them.
	 * @param count how many exchanges make an attempt
	 * @param exchange the exchange
	 * @param percent which percentile
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
