package dev.couplet.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * What happened with a policy.
 */
final class Outcome {

	/** How often the number of ready instances is looked at, in seconds. */
	static final double SAMPLE_PERIOD = 5;

	private static final double HOUR = 3600;

	private final Policy policy;

	private final Latencies expensive = new Latencies();

	private final Latencies cheap = new Latencies();

	private final List<Integer> ready = new ArrayList<>();

	private final int[] arrivedByPeriod;

	private final int[] refusedByPeriod;

	private long expensiveArrived;

	private long expensiveRefused;

	private long cheapRefused;

	private double lastRefusal = Double.NaN;

	private double paidSeconds;

	Outcome(Policy policy, Trace trace) {
		this.policy = policy;
		int periods = (int) Math.ceil(trace.seconds() / SAMPLE_PERIOD) + 1;
		this.arrivedByPeriod = new int[periods];
		this.refusedByPeriod = new int[periods];
	}

	/**
	 * Counts an arrival.
	 * @param timeline the time
	 * @param arrival the arrival
	 * @return to be told the end of the request
	 */
	Reply arrived(Timeline timeline, Arrivals.Arrival arrival) {
		boolean isExpensive = arrival.kind().isExpensive();
		int period = (int) (arrival.time() / SAMPLE_PERIOD);
		if (isExpensive) {
			this.expensiveArrived++;
			this.arrivedByPeriod[period]++;
		}
		return (served) -> {
			if (served) {
				(isExpensive ? this.expensive : this.cheap).add(timeline.now() - arrival.time());
			}
			else if (isExpensive) {
				this.expensiveRefused++;
				this.refusedByPeriod[period]++;
				this.lastRefusal = Math.max(arrival.time(), Double.isNaN(this.lastRefusal) ? 0 : this.lastRefusal);
			}
			else {
				this.cheapRefused++;
			}
		};
	}

	void sample(int readyInstances) {
		if (this.ready.size() < this.arrivedByPeriod.length) {
			this.ready.add(readyInstances);
		}
	}

	void paid(double seconds) {
		this.paidSeconds = seconds;
	}

	Policy policy() {
		return this.policy;
	}

	/**
	 * Returns the latencies of expensive requests that were served.
	 * @return the latencies
	 */
	Latencies expensive() {
		return this.expensive;
	}

	/**
	 * Returns the latencies of cheap requests that were served.
	 * @return the latencies
	 */
	Latencies cheap() {
		return this.cheap;
	}

	/**
	 * Returns the part of the expensive requests that were refused.
	 * @return from 0 to 1
	 */
	double refused() {
		return (double) this.expensiveRefused / this.expensiveArrived;
	}

	/**
	 * Returns how many cheap requests were refused.
	 * @return the number
	 */
	long cheapRefused() {
		return this.cheapRefused;
	}

	/**
	 * Returns when the last request arrived that was refused.
	 * @return seconds since the start; not a number if there is none
	 */
	double lastRefusal() {
		return this.lastRefusal;
	}

	double instanceHours() {
		return this.paidSeconds / HOUR;
	}

	/**
	 * Returns the number of ready instances over time.
	 * @return one for each period
	 */
	List<Integer> ready() {
		return this.ready;
	}

	/**
	 * Returns the rate of expensive requests over time.
	 * @param period the index of the period
	 * @return requests a second
	 */
	double arrivedRate(int period) {
		return this.arrivedByPeriod[period] / SAMPLE_PERIOD;
	}

	/**
	 * Returns the rate of refusals over time.
	 * @param period the index of the period in which the request arrived
	 * @return requests a second
	 */
	double refusedRate(int period) {
		return this.refusedByPeriod[period] / SAMPLE_PERIOD;
	}

}
