package dev.couplet.simulation;

import java.util.OptionalLong;

/**
 * A pod with one instance, and what the autoscaler gets to know of it.
 */
final class Pod {

	/**
	 * {@code --horizontal-pod-autoscaler-cpu-initialization-period}: the default, in
	 * seconds.
	 */
	static final double CPU_INITIALIZATION = 300;

	private final Instance instance;

	private final Processors processors;

	private final double createdAt;

	// no time has come yet
	private double runningAt = Double.POSITIVE_INFINITY;

	private double readyAt = Double.POSITIVE_INFINITY;

	private boolean ready;

	private double sampledAt;

	private double sampledUse;

	private OptionalLong cpu = OptionalLong.empty();

	private OptionalLong waiting = OptionalLong.empty();

	/**
	 * Creates a pod that is pending.
	 * @param instance its instance
	 * @param processors its processors
	 * @param now the time in seconds
	 */
	Pod(Instance instance, Processors processors, double now) {
		this.instance = instance;
		this.processors = processors;
		this.createdAt = now;
	}

	Instance instance() {
		return this.instance;
	}

	double createdAt() {
		return this.createdAt;
	}

	void running(double now) {
		this.runningAt = now;
		this.sampledAt = now;
	}

	void ready(double now) {
		this.readyAt = now;
		this.ready = true;
	}

	boolean isReady() {
		return this.ready;
	}

	/**
	 * Returns whether its container does not run yet.
	 * @return whether it is pending
	 */
	boolean isPending() {
		return Double.isInfinite(this.runningAt);
	}

	/**
	 * Measures the use of CPU since the last time, as metrics-server does. The first time
	 * after the start gives no value yet.
	 * @param now the time in seconds
	 */
	void sampleCpu(double now) {
		if (isPending()) {
			return;
		}
		double use = this.processors.used();
		if (this.sampledAt > this.runningAt && now > this.sampledAt) {
			this.cpu = OptionalLong.of(Math.round(1000 * (use - this.sampledUse) / (now - this.sampledAt)));
		}
		this.sampledAt = now;
		this.sampledUse = use;
	}

	/**
	 * Reads the number of waiting requests, as Prometheus does.
	 */
	void scrape() {
		if (this.ready) {
			this.waiting = OptionalLong.of(1000L * this.instance.waiting());
		}
	}

	OptionalLong value(PodMetric.Kind metric) {
		return switch (metric) {
			case CPU -> this.cpu;
			case WAITING -> this.waiting;
		};
	}

	/**
	 * Returns whether the autoscaler leaves out the value of this pod because it is
	 * starting. CPU counts after the pod is ready, in the first minutes only from a
	 * sample that was taken a whole window after that; other metrics count at once.
	 * @param metric the metric
	 * @param now the time in seconds
	 * @return whether it counts as not ready
	 */
	boolean isUnready(PodMetric.Kind metric, double now) {
		if (metric != PodMetric.Kind.CPU) {
			return false;
		}
		boolean initializing = now < this.runningAt + CPU_INITIALIZATION;
		// after that, a pod that is not ready has never been ready within the initial
		// readiness delay of 30 seconds, because readiness is never lost here
		return !this.ready || (initializing && this.sampledAt < this.readyAt + Fleet.METRICS_PERIOD);
	}

}
