package dev.couplet.simulation;

/**
 * A metric of the autoscaler and its target.
 *
 * @param kind the metric
 * @param target the target: a percentage of the requested CPU, or a number of requests
 */
record PodMetric(Kind kind, int target) {

	static PodMetric cpu(int percent) {
		return new PodMetric(Kind.CPU, percent);
	}

	static PodMetric waiting(int requests) {
		return new PodMetric(Kind.WAITING, requests);
	}

	/**
	 * Returns the current value divided by the target.
	 * @param thousandths the sum of the values of the pods
	 * @param pods the number of pods
	 * @return the ratio
	 */
	double ratio(long thousandths, int pods) {
		// in whole percent and whole thousandths, as Kubernetes has them
		long average = switch (this.kind) {
			case CPU -> 100 * thousandths / (1000L * pods);
			case WAITING -> thousandths / pods;
		};
		long goal = switch (this.kind) {
			case CPU -> this.target;
			case WAITING -> 1000L * this.target;
		};
		return (double) average / goal;
	}

	/**
	 * Returns the value of a pod without one when the others are below the target.
	 * @return thousandths
	 */
	long assumed() {
		return switch (this.kind) {
			case CPU -> 1000;
			case WAITING -> 1000L * this.target;
		};
	}

	/**
	 * The metrics in {@code ops/kubernetes}.
	 */
	enum Kind {

		/** The used processors, of which one is requested. */
		CPU,

		/** {@code couplet_transforms_waiting}. */
		WAITING

	}

}
