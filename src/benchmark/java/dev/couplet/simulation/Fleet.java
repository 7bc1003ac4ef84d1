package dev.couplet.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The pods of a deployment, whose number the autoscaler changes.
 */
final class Fleet {

	/**
	 * How often metrics-server measures the CPU in seconds: {@code --metric-resolution}
	 * in the manifest of its releases.
	 */
	static final double METRICS_PERIOD = 15;

	/**
	 * How often Prometheus reads the metrics in seconds: {@code interval} of the
	 * ServiceMonitor in {@code ops/kubernetes}.
	 */
	static final double SCRAPE_PERIOD = 15;

	// so that none of the three periodic tasks happens together with another
	private static final double FIRST_METRICS = 5;

	private static final double FIRST_SCRAPE = 10;

	private final Timeline timeline;

	private final PodTimes times;

	private final InstanceLimits limits;

	private final List<Pod> pods = new ArrayList<>();

	private final List<Instance> ready = new ArrayList<>();

	private double endedSeconds;

	private int stopping;

	private double stoppingSince;

	private double stoppingSeconds;

	/**
	 * Creates a fleet of ready pods that have run for long.
	 * @param timeline the time
	 * @param times how long starts take
	 * @param policy the number of pods, and the limits of each
	 */
	Fleet(Timeline timeline, PodTimes times, Policy policy) {
		this.timeline = timeline;
		this.times = times;
		this.limits = policy.limits();
		for (int i = 0; i < policy.min(); i++) {
			Pod pod = newPod(-2 * Pod.CPU_INITIALIZATION);
			pod.running(-2 * Pod.CPU_INITIALIZATION);
			ready(pod, -2 * Pod.CPU_INITIALIZATION);
			pod.sampleCpu(0);
		}
		this.timeline.every(FIRST_METRICS, METRICS_PERIOD,
				() -> this.pods.forEach((pod) -> pod.sampleCpu(this.timeline.now())));
		this.timeline.every(FIRST_SCRAPE, SCRAPE_PERIOD, () -> this.pods.forEach(Pod::scrape));
	}

	private Pod newPod(double createdAt) {
		Processors processors = new Processors(this.timeline, this.limits.processors());
		Pod pod = new Pod(new Instance(this.timeline, processors, this.limits), processors, createdAt);
		this.pods.add(pod);
		return pod;
	}

	private void ready(Pod pod, double now) {
		if (this.pods.contains(pod)) {
			pod.ready(now);
			this.ready.add(pod.instance());
		}
	}

	/**
	 * Returns the instances that get requests.
	 * @return ready ones that do not stop
	 */
	List<Instance> ready() {
		return this.ready;
	}

	/**
	 * Returns the current number of replicas.
	 * @return pods that do not stop, ready or not
	 */
	int replicas() {
		return this.pods.size();
	}

	/**
	 * Starts or stops pods.
	 * @param replicas the number of pods that shall run
	 */
	void scaleTo(int replicas) {
		while (this.pods.size() < replicas) {
			start();
		}
		while (this.pods.size() > replicas) {
			// the youngest, of which those that are not ready are part
			stop(this.pods.removeLast());
		}
	}

	private void start() {
		Pod pod = newPod(this.timeline.now());
		this.timeline.after(this.times.untilRunning(), () -> pod.running(this.timeline.now()));
		this.timeline.after(this.times.untilRunning() + this.times.untilServing(),
				() -> ready(pod, this.timeline.now()));
	}

	private void stop(Pod pod) {
		this.ready.remove(pod.instance());
		countStopping(1);
		this.endedSeconds += this.timeline.now() - Math.max(0, pod.createdAt());
		double end = this.timeline.now() + PodTimes.PRE_STOP + PodTimes.DRAIN;
		this.timeline.after(pod.isReady() ? PodTimes.PRE_STOP : 0, () -> awaitEnd(pod, end));
	}

	private void awaitEnd(Pod pod, double end) {
		if (pod.instance().inFlight() == 0 || this.timeline.now() >= end) {
			countStopping(-1);
		}
		else {
			this.timeline.after(PodTimes.DRAIN_CHECK, () -> awaitEnd(pod, end));
		}
	}

	private void countStopping(int change) {
		this.stoppingSeconds += this.stopping * (this.timeline.now() - this.stoppingSince);
		this.stoppingSince = this.timeline.now();
		this.stopping += change;
	}

	/**
	 * Returns what has been paid for: the time of all pods, those that start or stop
	 * included.
	 * @return seconds of one pod
	 */
	double podSeconds() {
		countStopping(0);
		double running = this.pods.stream()
			.mapToDouble((pod) -> this.timeline.now() - Math.max(0, pod.createdAt()))
			.sum();
		return running + this.endedSeconds + this.stoppingSeconds;
	}

	/**
	 * Returns the pods as the autoscaler sees them.
	 * @param metric the metric
	 * @return the group
	 */
	PodGroup group(PodMetric metric) {
		List<Long> values = new ArrayList<>();
		int unready = 0;
		int missing = 0;
		for (Pod pod : this.pods) {
			OptionalLong value = pod.value(metric.kind());
			if (value.isEmpty()) {
				// pods that are pending are not ready, running ones lack the value
				unready += pod.isPending() ? 1 : 0;
				missing += pod.isPending() ? 0 : 1;
			}
			else if (pod.isUnready(metric.kind(), this.timeline.now())) {
				unready++;
			}
			else {
				values.add(value.getAsLong());
			}
		}
		return new PodGroup(values, unready, missing);
	}

}
