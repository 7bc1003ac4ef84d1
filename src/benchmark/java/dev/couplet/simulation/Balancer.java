package dev.couplet.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A balancer, which chooses one of the ready instances for each request.
 */
final class Balancer {

	private final Method method;

	private long chosen;

	Balancer(Method method) {
		this.method = method;
	}

	/**
	 * Chooses an instance.
	 * @param ready the ready instances
	 * @return one of them; empty if there is none
	 */
	Optional<Instance> choose(List<Instance> ready) {
		if (ready.isEmpty()) {
			return Optional.empty();
		}
		return switch (this.method) {
			case ROUND_ROBIN -> Optional.of(ready.get((int) (this.chosen++ % ready.size())));
			case LEAST_CONNECTIONS -> ready.stream().min(Comparator.comparingInt(Instance::inFlight));
		};
	}

	/**
	 * How a balancer chooses.
	 */
	enum Method {

		/** The instances in turn. */
		ROUND_ROBIN,

		/** The one with the fewest requests in flight. */
		LEAST_CONNECTIONS

	}

}
