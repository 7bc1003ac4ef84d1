package dev.couplet.simulation;

import java.util.OptionalInt;

/**
 * The number of replicas that one metric calls for. It computes what
 * {@code pkg/controller/podautoscaler/replica_calculator.go} of Kubernetes computes:
 * <a href=
 * "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#algorithm-details">Algorithm
 * details</a>.
 */
final class ReplicaCalculator {

	/**
	 * {@code --horizontal-pod-autoscaler-tolerance}: the default.
	 */
	static final double TOLERANCE = 0.1;

	private ReplicaCalculator() {
	}

	/**
	 * Computes the number.
	 * @param current the current number of replicas
	 * @param metric the metric
	 * @param pods the pods
	 * @return the number; empty if there is no value
	 */
	static OptionalInt replicas(int current, PodMetric metric, PodGroup pods) {
		int count = pods.values().size();
		if (count == 0) {
			return OptionalInt.empty();
		}
		long sum = pods.sum();
		double ratio = metric.ratio(sum, count);
		boolean growing = ratio > 1;
		if (pods.missing() == 0 && (pods.unready() == 0 || !growing)) {
			return OptionalInt.of(isWithin(ratio) ? current : (int) Math.ceil(ratio * count));
		}
		// pods without a value count for nothing when it grows, and for the target or the
		// request when it shrinks
		count += pods.missing();
		if (ratio < 1) {
			sum += pods.missing() * metric.assumed();
		}
		if (growing) {
			count += pods.unready();
		}
		double cautious = metric.ratio(sum, count);
		int replicas = (int) Math.ceil(cautious * count);
		boolean turned = (ratio < 1 && cautious > 1) || (growing && cautious < 1);
		boolean against = (cautious < 1 && replicas > current) || (cautious > 1 && replicas < current);
		return OptionalInt.of((isWithin(cautious) || turned || against) ? current : replicas);
	}

	private static boolean isWithin(double ratio) {
		return ratio >= 1 - TOLERANCE && ratio <= 1 + TOLERANCE;
	}

}
