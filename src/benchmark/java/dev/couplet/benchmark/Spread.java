package dev.couplet.benchmark;

import java.util.Arrays;
import java.util.Locale;

/**
 * The spread of several measurements.
 *
 * @param median the median
 * @param min the minimum
 * @param max the maximum
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
	 * Formats a table cell.
	 * @param format the format of each value
	 * @return the median, followed by the minimum and the maximum
	 */
	String format(String format) {
		return String.format(Locale.ROOT, format + " (" + format + " to " + format + ")", this.median, this.min,
				this.max);
	}

}
