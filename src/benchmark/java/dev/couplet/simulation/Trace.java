package dev.couplet.simulation;

/**
 * How many requests a second arrive over time, on average.
 */
interface Trace {

	/**
	 * Returns the rate at a time.
	 * @param time seconds since the start
	 * @return requests a second
	 */
	double rate(double time);

	/**
	 * Returns the greatest rate.
	 * @return requests a second
	 */
	double peak();

	/**
	 * Returns the length.
	 * @return seconds
	 */
	double seconds();

	/**
	 * A constant rate.
	 *
	 * @param peak requests a second
	 * @param seconds the length
	 */
	record Constant(double peak, double seconds) implements Trace {

		@Override
		public double rate(double time) {
			return this.peak;
		}

	}

	/**
	 * A day: the rate follows a cosine from the night to noon and back.
	 *
	 * @param night requests a second at the start and at the end
	 * @param peak requests a second in the middle
	 * @param seconds the length
	 */
	record Day(double night, double peak, double seconds) implements Trace {

		@Override
		public double rate(double time) {
			double part = (1 - StrictMath.cos(2 * StrictMath.PI * time / this.seconds)) / 2;
			return this.night + (this.peak - this.night) * part;
		}

	}

	/**
	 * A flash crowd: the rate rises linearly to a multiple within seconds, stays there,
	 * and falls in the same way.
	 *
	 * @param normal requests a second before and after
	 * @param factor the multiple
	 * @param start when it begins to rise
	 * @param ramp seconds of the rise and of the fall
	 * @param end when it begins to fall
	 * @param seconds the length
	 */
	record FlashCrowd(double normal, double factor, double start, double ramp, double end,
			double seconds) implements Trace {

		@Override
		public double rate(double time) {
			double risen = Math.clamp((time - this.start) / this.ramp, 0, 1);
			double fallen = Math.clamp((time - this.end) / this.ramp, 0, 1);
			return this.normal * (1 + (this.factor - 1) * (risen - fallen));
		}

		@Override
		public double peak() {
			return this.normal * this.factor;
		}

	}

}
