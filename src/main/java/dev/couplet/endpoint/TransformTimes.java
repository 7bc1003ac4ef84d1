package dev.couplet.endpoint;

import java.util.concurrent.atomic.LongAdder;

/**
 * The number of texts with the same outcome, and their total time. A Micrometer timer
 * also reads the clock for each of them, which costs as much as all else that is
 * measured.
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
