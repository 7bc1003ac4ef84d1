package dev.couplet.simulation;

/**
 * How long the stages of a pod's life take, in seconds.
 *
 * @param node until there is a node for it; 0 where there is room
 * @param start from the start of the process until it is ready
 */
record PodTimes(double node, double start) {

	/** Scheduling, and creating the container from an image that is there. Assumed. */
	static final double CREATION = 1;

	/** {@code startupProbe.periodSeconds} in {@code ops/kubernetes}. */
	static final double PROBE = 1;

	/** Until the balancer knows that a pod is ready. Assumed. */
	static final double PROPAGATION = 1;

	/** {@code preStop.sleep} in {@code ops/kubernetes}. */
	static final double PRE_STOP = 5;

	/** {@code spring.lifecycle.timeout-per-shutdown-phase}. */
	static final double DRAIN = 8;

	/** How often the drain looks whether requests are left. */
	static final double DRAIN_CHECK = 0.1;

	/**
	 * Returns the time until the container runs.
	 * @return seconds
	 */
	double untilRunning() {
		return this.node + CREATION;
	}

	/**
	 * Returns the time from then until it gets requests.
	 * @return seconds
	 */
	double untilServing() {
		return Math.ceil(this.start / PROBE) * PROBE + PROPAGATION;
	}

}
