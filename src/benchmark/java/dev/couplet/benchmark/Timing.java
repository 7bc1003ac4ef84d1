package dev.couplet.benchmark;

import java.time.Duration;

/**
 * How long and how often a load is run.
 *
 * @param window how long a single run is counted. At most 40 seconds: the server closes
 * what is idle for 60
 * @param rounds how often each server has its turn, at least 1
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
	 * How long a load runs before it is counted.
	 * @return a quarter of the window
	 */
	Duration settle() {
		return this.window.dividedBy(4);
	}

	/**
	 * How long a run of a warm-up lasts.
	 * @return half the window, and at least a second: there is much to compile in it
	 */
	Duration warmUp() {
		Duration half = this.window.dividedBy(2);
		return (half.compareTo(SHORTEST_WARM_UP) > 0) ? half : SHORTEST_WARM_UP;
	}

	/**
	 * For a run that is compared with nothing.
	 * @return the same rounds, half as long
	 */
	Timing halved() {
		return new Timing(this.window.dividedBy(2), this.rounds);
	}

}
