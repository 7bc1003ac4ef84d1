package dev.couplet.soak;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The latencies of good requests since the last reading.
 */
final class Latencies {

	private static final double NANOSECONDS_A_MILLISECOND = 1_000_000;

	private final Queue<Long> nanoseconds = new ConcurrentLinkedQueue<>();

	void add(long took) {
		this.nanoseconds.add(took);
	}

	/**
	 * Removes and returns all latencies.
	 * @return milliseconds, ascending
	 */
	double[] drain() {
		double[] drained = new double[this.nanoseconds.size()];
		for (int i = 0; i < drained.length; i++) {
			Long next = this.nanoseconds.poll();
			drained[i] = ((next != null) ? next : 0) / NANOSECONDS_A_MILLISECOND;
		}
		Arrays.sort(drained);
		return drained;
	}

}
