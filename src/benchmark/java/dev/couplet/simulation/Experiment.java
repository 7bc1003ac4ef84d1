package dev.couplet.simulation;

import java.util.List;

import dev.couplet.simulation.ScalingBehavior.Kind;

/**
 * A scenario and the policies that are compared in it. Rates are multiples of what one
 * instance can do, so that a new calibration changes times, but not what is compared.
 *
 * @param name the name in file names
 * @param scenario the scenario
 * @param capacity requests a second that one instance can serve
 * @param policies the policies
 */
record Experiment(String name, Scenario scenario, double capacity, List<Policy> policies) {

	static final double CROWD_START = 300;

	static final double CROWD_END = 600;

	/** What callers need in normal times, in instances. */
	static final double NORMAL = 0.5;

	static final double CROWD_FACTOR = 20;

	static final double CROWD_RAMP = 5;

	private static final double CROWD_SECONDS = 1200;

	static final double NIGHT = 0.4;

	static final double NOON = 4;

	static final double DAY_SECONDS = 3600;

	/** The load of instances whose number is fixed for the peak. */
	static final double LOAD_AT_PEAK = 0.7;

	/** {@code minReplicas} in {@code ops/kubernetes}. */
	static final int MIN = 2;

	/** {@code maxReplicas} in {@code ops/kubernetes}. */
	static final int MAX = 20;

	private static final int HIGHER_MIN = 6;

	private static final int HIGHER_MAX = 40;

	private static final int SHORT_QUEUE = 50;

	/** The metric of the base in {@code ops/kubernetes}. */
	static final PodMetric CPU = PodMetric.cpu(70);

	/** The metric that {@code components/prometheus-operator} adds. */
	static final PodMetric WAITING = PodMetric.waiting(10);

	private static final double NODE_SECONDS = 90;

	static Experiment day(Calibration calibration) {
		double capacity = 1 / Workload.meanWork(calibration);
		Trace trace = new Trace.Day(NIGHT * capacity, NOON * capacity, DAY_SECONDS);
		return new Experiment("day", scenario(calibration, trace), capacity, List.of(Policy.fixed("fixed, small", MIN),
				Policy.fixed("fixed, for the peak", forPeak(NOON)), Policy.scaled("CPU 70 %", MIN, MAX, CPU),
				Policy.scaled("CPU 50 %", MIN, MAX, PodMetric.cpu(50)), Policy.scaled("waiting 10", MIN, MAX, WAITING),
				Policy.scaled("CPU 70 %, waiting 10", MIN, MAX, CPU, WAITING)));
	}

	static Experiment crowd(Calibration calibration) {
		double capacity = 1 / Workload.meanWork(calibration);
		Trace trace = new Trace.FlashCrowd(NORMAL * capacity, CROWD_FACTOR, CROWD_START, CROWD_RAMP, CROWD_END,
				CROWD_SECONDS);
		Policy both = Policy.scaled("CPU 70 %, waiting 10", MIN, HIGHER_MAX, CPU, WAITING);
		return new Experiment("crowd", scenario(calibration, trace), capacity, List.of(
				Policy.fixed("fixed, small", MIN), Policy.fixed("fixed, for the peak", forPeak(NORMAL * CROWD_FACTOR)),
				Policy.scaled("CPU 70 %", MIN, HIGHER_MAX, CPU),
				Policy.scaled("CPU 50 %", MIN, HIGHER_MAX, PodMetric.cpu(50)),
				Policy.scaled("waiting 10", MIN, HIGHER_MAX, WAITING), both.between(MIN, MAX), both,
				both.named("both, no `behavior`").with(Kind.NOT_SET),
				both.named("both, least connections").with(Balancer.Method.LEAST_CONNECTIONS),
				both.named("both, nodes are added first").withNodeSeconds(NODE_SECONDS),
				both.named("both, more headroom").between(HIGHER_MIN, HIGHER_MAX),
				both.named("both, `max-waiting` 50").withMaxWaiting(SHORT_QUEUE),
				both.named("headroom, `max-waiting` 50").between(HIGHER_MIN, HIGHER_MAX).withMaxWaiting(SHORT_QUEUE)));
	}

	private static Scenario scenario(Calibration calibration, Trace trace) {
		return new Scenario(trace, Workload.mix(calibration), calibration.start(), 1);
	}

	private static int forPeak(double instances) {
		return (int) Math.ceil(instances / LOAD_AT_PEAK);
	}

}
