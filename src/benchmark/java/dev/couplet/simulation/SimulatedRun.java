package dev.couplet.simulation;

import java.util.List;
import java.util.stream.IntStream;

import dev.couplet.simulation.Calibration.Seen;
import dev.couplet.simulation.Calibration.Step;

/**
 * Simulates a run of the calibration: instances that share the processors of one machine
 * with the load generator, and get the same requests at the same times as the real ones.
 */
final class SimulatedRun {

	/**
	 * The instances of the calibration: each counts one processor, and has the heap of a
	 * pod.
	 */
	static final InstanceLimits LIMITS = new InstanceLimits(1, InstanceLimits.POD.heapBytes(),
			InstanceLimits.DEFAULT_MAX_WAITING);

	/** The processors of the machine. */
	static final int PROCESSORS = 2;

	// longer than any request lasts
	private static final double TAIL = 60;

	private SimulatedRun() {
	}

	/**
	 * Returns the arrivals of a run.
	 * @param calibration the times
	 * @param index the index of the step, which is the seed
	 * @param rate requests a second
	 * @param seconds for how long
	 * @return the arrivals
	 */
	static Arrivals arrivals(Calibration calibration, int index, double rate, double seconds) {
		return new Arrivals(new Trace.Constant(rate, seconds), Workload.mix(calibration), index + 1);
	}

	/**
	 * Simulates a step.
	 * @param calibration the times
	 * @param index the index of the step
	 * @return what callers see
	 */
	static Seen of(Calibration calibration, int index) {
		Step step = calibration.steps().get(index);
		Timeline timeline = new Timeline();
		Processors shared = new Processors(timeline, PROCESSORS - step.background());
		List<Instance> instances = IntStream.range(0, step.instances())
			.mapToObj((_) -> new Instance(timeline, shared, LIMITS))
			.toList();
		Balancer balancer = new Balancer(Balancer.Method.ROUND_ROBIN);
		Sightings sightings = new Sightings(step.seconds());
		arrivals(calibration, index, step.rate(), step.seconds()).start(timeline,
				(arrival) -> balancer.choose(instances)
					.orElseThrow()
					.accept(arrival.kind(), arrival.work(),
							(served) -> sightings.add(arrival.kind(), arrival.time(), timeline.now(), served)));
		timeline.runUntil(step.seconds() + TAIL);
		return sightings.seen();
	}

}
