package dev.couplet.benchmark;

import java.time.Duration;

/**
 * The duration and the number of runs of a load.
 *
 * @param window the duration of a measurement, at most 40 seconds, because the server
 * closes idle connections after 60
 * @param rounds the number of measurements of each server, at least 1
 */
record Timing(Duration window, int rounds) {

	private static final int MOST_SECONDS = 40;

	private static final Duration SHORTEST_WARM_UP = Duration.ofSeconds(1);

	Timing {
		if (!window.isPositive() || window.toSeconds() > MOST_SECONDS || rounds < 1) {
			throw new IllegalArgumentException(
					"benchmark.seconds is from 1 to " + MOST_SECONDS + ", benchmark.rounds at least 1");
		}
	}

	/**
	 * Returns the time that a load runs before the measurement.
	 * @return a quarter of the window
	 */
	Duration settle() {
		return this.window.dividedBy(4);
	}

	/**
	 * Returns the duration of a warm-up run.
	 * @return half the window, and at least a second: the JVM compiles a lot in it
	 */
	Duration warmUp() {
		Duration half = this.window.dividedBy(2);
		return (half.compareTo(SHORTEST_WARM_UP) > 0) ? half : SHORTEST_WARM_UP;
	}

	/**
	 * Returns the timing for a run without a comparison.
	 * @return the same rounds, half as long
	 */
	Timing halved() {
		return new Timing(this.window.dividedBy(2), this.rounds);
	}

}
