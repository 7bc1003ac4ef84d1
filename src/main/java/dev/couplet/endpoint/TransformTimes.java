package dev.couplet.endpoint;

import java.util.concurrent.atomic.LongAdder;

/**
 * How many texts came to the same end, and how long they took in all. A Micrometer timer
 * would also look at the time of day for each of them, which costs as much as the rest.
 */
final class TransformTimes {

	private final LongAdder count = new LongAdder();

	private final LongAdder nanoseconds = new LongAdder();

	void add(long nanoseconds) {
		this.count.increment();
		this.nanoseconds.add(nanoseconds);
	}

	long count() {
		return this.count.sum();
	}

	double nanoseconds() {
		return this.nanoseconds.sum();
	}

}
