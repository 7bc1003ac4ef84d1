package dev.couplet.simulation;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast the autoscaler may change the number of replicas, as
 * {@code pkg/controller/podautoscaler/horizontal.go} of Kubernetes limits it. It
 * remembers what it has been asked for.
 */
final class ScalingBehavior {

	/**
	 * {@code --horizontal-pod-autoscaler-downscale-stabilization}, and the default of
	 * {@code scaleDown.stabilizationWindowSeconds}.
	 */
	static final double DOWN_WINDOW = 300;

	/** The period of the default policies of {@code scaleUp}. */
	static final double UP_PERIOD = 15;

	static final int UP_PODS = 4;

	static final int UP_FACTOR = 2;

	private final Kind kind;

	private final Deque<Timed> recommendations = new ArrayDeque<>();

	private final Deque<Timed> changes = new ArrayDeque<>();

	ScalingBehavior(Kind kind) {
		this.kind = kind;
	}

	/**
	 * Limits a number of replicas.
	 * @param now the time in seconds
	 * @param current the current number of replicas
	 * @param desired what the metrics call for
	 * @param min the minimum of the autoscaler
	 * @param max its maximum
	 * @return the number to scale to
	 */
	int limit(double now, int current, int desired, int min, int max) {
		this.recommendations.removeIf((old) -> old.time <= now - DOWN_WINDOW);
		int highest = Math.max(desired, this.recommendations.stream().mapToInt(Timed::replicas).max().orElse(0));
		this.recommendations.add(new Timed(now, desired));
		int limited = switch (this.kind) {
			case NOT_SET ->
				Math.clamp(highest, min, Math.max(min, Math.min(max, Math.max(UP_FACTOR * current, UP_PODS))));
			case DEFAULT_POLICIES -> Math.clamp(stabilized(current, desired, highest), min,
					Math.max(min, Math.min(max, Math.max(current, upLimit(now, current)))));
		};
		this.changes.add(new Timed(now, limited - current));
		return limited;
	}

	// up at once, down to the highest of the window
	private static int stabilized(int current, int desired, int highest) {
		return (desired > current) ? desired : Math.min(current, highest);
	}

	private int upLimit(double now, int current) {
		this.changes.removeIf((old) -> old.time <= now - UP_PERIOD);
		int before = current - this.changes.stream().mapToInt(Timed::replicas).sum();
		return Math.max(before + UP_PODS, UP_FACTOR * before);
	}

	/**
	 * Whether the autoscaler has {@code behavior}. Its defaults only apply where it has.
	 */
	enum Kind {

		/**
		 * It has none: up to twice the replicas, or 4 if that is more, in each sync. Both
		 * the unlimited recommendation of the last 5 minutes and the current one count,
		 * whichever is higher.
		 */
		NOT_SET,

		/**
		 * It has one, with the default policies, as in {@code ops/kubernetes}: up by the
		 * higher of 4 pods and 100 % in 15 seconds, down by any number in 15 seconds, but
		 * not below a recommendation of the last 5 minutes.
		 */
		DEFAULT_POLICIES

	}

	/**
	 * A number of replicas at a time.
	 *
	 * @param time seconds
	 * @param replicas a number, or a change
	 */
	private record Timed(double time, int replicas) {

	}

}
