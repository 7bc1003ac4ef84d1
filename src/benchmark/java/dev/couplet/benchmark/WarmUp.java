package dev.couplet.benchmark;

import java.io.IOException;
import java.time.Duration;

/**
 * Puts a load on a server until it gets no faster. A JVM compiles what it runs often, and
 * does so for each kind of load anew; how long that takes is no figure of the load.
 */
final class WarmUp {

	private static final int MOST_RUNS = 12;

	private static final int STEADY_RUNS = 2;

	private static final double GROWTH = 1.03;

	private WarmUp() {
	}

	/**
	 * Runs a load again and again, until two runs in a row have been less than 3 % faster
	 * than the best before them, and at most {@value #MOST_RUNS} times.
	 * @param load what is run
	 * @param window how long a run lasts
	 * @return the last run
	 * @throws IOException where this machine fails, or the server is gone
	 */
	static Sample run(Contender.Run load, Duration window) throws IOException {
		Sample sample = load.take(Duration.ZERO, window);
		double best = sample.rate();
		int steady = 0;
		for (int run = 1; run < MOST_RUNS && steady < STEADY_RUNS; run++) {
			sample = load.take(Duration.ZERO, window);
			steady = (sample.rate() < GROWTH * best) ? steady + 1 : 0;
			best = Math.max(best, sample.rate());
		}
		return sample;
	}

}
