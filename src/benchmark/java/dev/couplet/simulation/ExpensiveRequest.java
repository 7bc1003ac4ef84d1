package dev.couplet.simulation;

import java.util.List;

/**
 * A request in {@link Workers}. Its slices take the same time each, whatever their
 * estimated costs.
 */
final class ExpensiveRequest implements Comparable<ExpensiveRequest> {

	private final long number;

	private final List<Double> costs;

	private final double sliceTime;

	private final Reply reply;

	private int slice;

	private double queuedAt;

	private double finishTag;

	/**
	 * Creates a request.
	 * @param number the number of requests before it
	 * @param costs the estimated cost of each slice in seconds
	 * @param work the processor time of all slices together in seconds
	 * @param reply told the end
	 */
	ExpensiveRequest(long number, List<Double> costs, double work, Reply reply) {
		this.number = number;
		this.costs = costs;
		this.sliceTime = work / costs.size();
		this.reply = reply;
	}

	void queued(double time, double virtualTime) {
		this.queuedAt = time;
		this.finishTag = virtualTime + this.costs.getFirst();
	}

	double queuedAt() {
		return this.queuedAt;
	}

	double finishTag() {
		return this.finishTag;
	}

	double sliceTime() {
		return this.sliceTime;
	}

	/**
	 * Goes on to the next slice.
	 * @param virtualTime the virtual time of the queue
	 * @return whether there is one
	 */
	boolean advance(double virtualTime) {
		this.slice++;
		if (this.slice == this.costs.size()) {
			return false;
		}
		this.finishTag = Math.max(this.finishTag, virtualTime) + this.costs.get(this.slice);
		return true;
	}

	void end(boolean served) {
		this.reply.ended(served);
	}

	@Override
	public int compareTo(ExpensiveRequest other) {
		int byTag = Double.compare(this.finishTag, other.finishTag);
		return (byTag != 0) ? byTag : Long.compare(this.number, other.number);
	}

	@Override
	public boolean equals(Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return Long.hashCode(this.number);
	}

}
