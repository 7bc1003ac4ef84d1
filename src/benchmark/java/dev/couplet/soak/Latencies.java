package dev.couplet.soak;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What good requests took, since somebody last asked.
 */
final class Latencies {

	private static final double NANOSECONDS_A_MILLISECOND = 1_000_000;

	private final Queue<Long> nanoseconds = new ConcurrentLinkedQueue<>();

	void add(long took) {
		this.nanoseconds.add(took);
	}

	/**
	 * Takes them all.
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
