package dev.couplet.benchmark;

import java.util.Arrays;
import java.util.Locale;

/**
 * Several values of the same figure.
 *
 * @param median the one in the middle
 * @param min the least
 * @param max the greatest
 */
record Spread(double median, double min, double max) {

	static Spread of(double... values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		int middle = sorted.length / 2;
		double median = (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
		return new Spread(median, sorted[0], sorted[sorted.length - 1]);
	}

	/**
	 * As a cell of a table.
	 * @param format how each of the three is written
	 * @return the median, and the least and the greatest behind it
	 */
	String format(String format) {
		return String.format(Locale.ROOT, format + " (" + format + " to " + format + ")", this.median, this.min,
				this.max);
	}

}
