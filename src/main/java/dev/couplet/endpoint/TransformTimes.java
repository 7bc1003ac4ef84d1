package dev.couplet.endpoint;

import java.util.concurrent.atomic.LongAdder;

/**
 * The number of texts with the same outcome, and their total duration. A Micrometer timer
 * would also read the clock for each text, which costs as much as all other measurements
 * together.
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
