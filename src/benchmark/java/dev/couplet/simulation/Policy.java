package dev.couplet.simulation;

import java.util.List;

/**
 * How many instances run, and how requests reach them.
 *
 * @param name the name in tables
 * @param min the minimum number of replicas, with which it starts
 * @param max the maximum
 * @param metrics the metrics of the autoscaler; empty where the number is fixed
 * @param behavior how fast it may change
 * @param balancing how the balancer chooses
 * @param nodeSeconds how long a new pod waits for a node
 * @param limits the limits of each instance
 */
record Policy(String name, int min, int max, List<PodMetric> metrics, ScalingBehavior.Kind behavior,
		Balancer.Method balancing, double nodeSeconds, InstanceLimits limits) {

	static Policy fixed(String name, int replicas) {
		return scaled(name, replicas, replicas);
	}

	static Policy scaled(String name, int min, int max, PodMetric... metrics) {
		return new Policy(name, min, max, List.of(metrics), ScalingBehavior.Kind.DEFAULT_POLICIES,
				Balancer.Method.ROUND_ROBIN, 0, InstanceLimits.POD);
	}

	Policy named(String other) {
		return new Policy(other, this.min, this.max, this.metrics, this.behavior, this.balancing, this.nodeSeconds,
				this.limits);
	}

	Policy between(int otherMin, int otherMax) {
		return new Policy(this.name, otherMin, otherMax, this.metrics, this.behavior, this.balancing, this.nodeSeconds,
				this.limits);
	}

	Policy with(ScalingBehavior.Kind other) {
		return new Policy(this.name, this.min, this.max, this.metrics, other, this.balancing, this.nodeSeconds,
				this.limits);
	}

	Policy with(Balancer.Method other) {
		return new Policy(this.name, this.min, this.max, this.metrics, this.behavior, other, this.nodeSeconds,
				this.limits);
	}

	Policy withNodeSeconds(double other) {
		return new Policy(this.name, this.min, this.max, this.metrics, this.behavior, this.balancing, other,
				this.limits);
	}

	Policy withMaxWaiting(int other) {
		return new Policy(this.name, this.min, this.max, this.metrics, this.behavior, this.balancing, this.nodeSeconds,
				this.limits.withMaxWaiting(other));
	}

}
