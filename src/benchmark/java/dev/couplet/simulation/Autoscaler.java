package dev.couplet.simulation;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The horizontal pod autoscaler of Kubernetes: the highest number that a metric calls
 * for, limited by the {@link ScalingBehavior}.
 */
final class Autoscaler {

	/**
	 * {@code --horizontal-pod-autoscaler-sync-period}: the default, in seconds.
	 */
	static final double SYNC_PERIOD = 15;

	private final Policy policy;

	private final ScalingBehavior behavior;

	Autoscaler(Policy policy) {
		this.policy = policy;
		this.behavior = new ScalingBehavior(policy.behavior());
	}

	/**
	 * Makes one sync.
	 * @param now the time in seconds
	 * @param current the current number of replicas
	 * @param pods returns the pods as seen for a metric
	 * @return the number to scale to
	 */
	int sync(double now, int current, Function<PodMetric, PodGroup> pods) {
		List<OptionalInt> proposals = this.policy.metrics()
			.stream()
			.map((metric) -> ReplicaCalculator.replicas(current, metric, pods.apply(metric)))
			.toList();
		boolean complete = proposals.stream().allMatch(OptionalInt::isPresent);
		OptionalInt highest = proposals.stream().flatMapToInt(OptionalInt::stream).max();
		if (highest.isEmpty() || (!complete && highest.getAsInt() < current)) {
			// without all metrics, it only adds pods
			return current;
		}
		return this.behavior.limit(now, current, highest.getAsInt(), this.policy.min(), this.policy.max());
	}

}
