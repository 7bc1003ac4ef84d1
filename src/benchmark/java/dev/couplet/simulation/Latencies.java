package dev.couplet.simulation;

import java.util.Arrays;

/**
 * Latencies in seconds.
 */
final class Latencies {

	private double[] seconds = new double[1024];

	private int count;

	private boolean sorted;

	void add(double latency) {
		if (this.count == this.seconds.length) {
			this.seconds = Arrays.copyOf(this.seconds, 2 * this.count);
		}
		this.seconds[this.count++] = latency;
		this.sorted = false;
	}

	int count() {
		return this.count;
	}

	double mean() {
		return Arrays.stream(this.seconds, 0, this.count).average().orElse(Double.NaN);
	}

	/**
	 * Returns the mean of those between two quantiles.
	 * @param from from 0 to 1
	 * @param to from 0 to 1, greater
	 * @return seconds
	 */
	double meanBetween(double from, double to) {
		sort();
		int start = (int) (from * this.count);
		int end = Math.max(start + 1, (int) (to * this.count));
		return Arrays.stream(this.seconds, start, end).average().orElse(Double.NaN);
	}

	/**
	 * Returns a percentile.
	 * @param percent from 0 to 100
	 * @return seconds; not a number if there are none
	 */
	double percentile(double percent) {
		sort();
		int index = (int) Math.ceil(percent / 100 * this.count) - 1;
		return (this.count == 0) ? Double.NaN : this.seconds[Math.clamp(index, 0, this.count - 1)];
	}

	private void sort() {
		if (!this.sorted) {
			Arrays.sort(this.seconds, 0, this.count);
			this.sorted = true;
		}
	}

}
