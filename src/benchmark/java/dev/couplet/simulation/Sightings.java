package dev.couplet.simulation;

import dev.couplet.simulation.Calibration.Seen;

/**
 * Collects what callers see, real ones or simulated ones. Thread-safe.
 */
final class Sightings {

	private final double seconds;

	private final Latencies expensive = new Latencies();

	private final Latencies cheap = new Latencies();

	private long sent;

	private long refused;

	private long repliesInTime;

	/**
	 * Creates an empty collection.
	 * @param seconds how long requests are sent
	 */
	Sightings(double seconds) {
		this.seconds = seconds;
	}

	/**
	 * Adds the end of a request.
	 * @param kind the kind
	 * @param arrival when it was due, in seconds since the start
	 * @param end when it ended
	 * @param served false if it was refused
	 */
	synchronized void add(RequestKind kind, double arrival, double end, boolean served) {
		this.sent++;
		if (!served) {
			this.refused++;
			return;
		}
		(kind.isExpensive() ? this.expensive : this.cheap).add(end - arrival);
		this.repliesInTime += (end <= this.seconds) ? 1 : 0;
	}

	synchronized Seen seen() {
		return new Seen(this.expensive.percentile(50), this.expensive.percentile(99), this.cheap.percentile(50),
				this.cheap.percentile(99), this.repliesInTime / this.seconds, (double) this.refused / this.sent);
	}

	Latencies expensive() {
		return this.expensive;
	}

	Latencies cheap() {
		return this.cheap;
	}

}
