package dev.couplet.benchmark;

import java.io.IOException;
import java.time.Duration;

/**
 * Runs a load until the server gets no faster. A JVM compiles frequently executed code,
 * for each kind of load again; that time must not be measured.
 */
final class WarmUp {

	private static final int MOST_RUNS = 12;

	private static final int STEADY_RUNS = 2;

	private static final double GROWTH = 1.03;

	private WarmUp() {
	}

	/**
	 * Repeats a load until two consecutive runs are less than 3% faster than the best run
	 * before, at most {@value #MOST_RUNS} times.
	 * @param load the load
	 * @param window the duration of a run
	 * @return the last run
	 * @throws IOException on an I/O error, or if the server has ended
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
