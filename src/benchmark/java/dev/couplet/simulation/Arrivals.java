package dev.couplet.simulation;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The arrivals of a trace: a Poisson process whose rate changes, made by thinning one
 * with the greatest rate (Lewis and Shedler, 1979). Each arrival has a kind and the time
 * that it takes, so that all policies get the same requests.
 */
final class Arrivals {

	private static final String ALGORITHM = "L64X128MixRandom";

	private final Trace trace;

	private final List<Share> mix;

	private final RandomGenerator random;

	private double time;

	/**
	 * Creates arrivals.
	 * @param trace the rates
	 * @param mix the kinds of requests with their shares, which add up to 1
	 * @param seed the seed; the same one gives the same arrivals
	 */
	Arrivals(Trace trace, List<Share> mix, long seed) {
		this.trace = trace;
		this.mix = List.copyOf(mix);
		this.random = random(seed);
	}

	/**
	 * Creates a source of randomness that is the same on every machine.
	 * @param seed the seed
	 * @return the source
	 */
	static RandomGenerator random(long seed) {
		return RandomGeneratorFactory.of(ALGORITHM).create(seed);
	}

	/**
	 * Returns the next arrival.
	 * @return the arrival, which may be after the end of the trace
	 */
	Arrival next() {
		do {
			// not Math.log, whose last digit may differ from one machine to another
			this.time -= StrictMath.log(1 - this.random.nextDouble()) / this.trace.peak();
		}
		while (this.random.nextDouble() * this.trace.peak() > this.trace.rate(this.time)
				&& this.time < this.trace.seconds());
		RequestKind kind = kind();
		double work = kind.isExpensive() ? kind.working().sample(this.random) : 0;
		return new Arrival(this.time, kind, work);
	}

	private RequestKind kind() {
		double place = this.random.nextDouble();
		for (Share share : this.mix) {
			place -= share.part();
			if (place < 0) {
				return share.kind();
			}
		}
		return this.mix.getLast().kind();
	}

	/**
	 * Lets all arrivals up to the end of the trace happen.
	 * @param timeline the time
	 * @param target takes them
	 */
	void start(Timeline timeline, Target target) {
		Arrival next = next();
		if (next.time() < this.trace.seconds()) {
			timeline.after(next.time() - timeline.now(), () -> {
				target.arrived(next);
				start(timeline, target);
			});
		}
	}

	/**
	 * A kind of request and its part of all requests.
	 *
	 * @param kind the kind
	 * @param part from 0 to 1
	 */
	record Share(RequestKind kind, double part) {

	}

	/**
	 * A request that arrives.
	 *
	 * @param time seconds since the start
	 * @param kind its kind
	 * @param work its processor time on workers in seconds
	 */
	record Arrival(double time, RequestKind kind, double work) {

	}

	/**
	 * Takes arrivals.
	 */
	@FunctionalInterface
	interface Target {

		/**
		 * Called at the time of the arrival.
		 * @param arrival the arrival
		 */
		void arrived(Arrival arrival);

	}

}
