package dev.couplet.simulation;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A distribution of times.
 */
@FunctionalInterface
interface ServiceTimes {

	/**
	 * Draws a time.
	 * @param random the source of randomness
	 * @return seconds
	 */
	double sample(RandomGenerator random);

	/**
	 * Creates a distribution of values that are equally likely.
	 * @param values seconds, at least one
	 * @return the distribution
	 */
	static ServiceTimes ofValues(List<Double> values) {
		List<Double> copy = List.copyOf(values);
		return (random) -> copy.get(random.nextInt(copy.size()));
	}

}
