package dev.couplet.protocol.http.tomcat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The deadline by which a client must have sent a complete request or handshake. Only
 * time during which the server waits for the client counts. Used by one thread at a time.
 */
final class Deadline {

	/**
	 * The number of nanoseconds by which a wait may exceed its timeout without extending
	 * the deadline.
	 */
	static final long TOLERANCE = Duration.ofMillis(200).toNanos();

	private final Duration timeout;

	private long begun;

	private long due;

	/**
	 * Creates a deadline that has not started.
	 * @param timeout the maximum time from the first byte to the last; 0 means no timeout
	 */
	Deadline(Duration timeout) {
		this.timeout = timeout;
	}

	/**
	 * Returns by how much a wait exceeded its timeout.
	 * @param start the start of the wait, from {@link System#nanoTime()}
	 * @param timeout the timeout in milliseconds
	 * @return nanoseconds, not negative
	 */
	static long excess(long start, long timeout) {
		return Math.max(0, System.nanoTime() - start - TimeUnit.MILLISECONDS.toNanos(timeout));
	}

	/**
	 * Starts the deadline, unless it has started with the same byte.
	 * @param begun when the first byte arrived, from {@link System#nanoTime()}
	 */
	void begin(long begun) {
		if (begun != this.begun) {
			this.begun = begun;
			this.due = begun + this.timeout.toNanos();
		}
	}

	/**
	 * Returns the remaining time.
	 * @return nanoseconds from now; not positive if the deadline has passed
	 */
	long left() {
		return this.timeout.isZero() ? Long.MAX_VALUE : this.due - System.nanoTime();
	}

	/**
	 * Excludes the time since the last wait for the client.
	 * @param since the end of the last wait, from {@link System#nanoTime()}
	 */
	void excludeTimeSince(long since) {
		this.due += System.nanoTime() - Math.max(since, this.begun);
	}

	/**
	 * Excludes the excess of a wait over its timeout. A large excess means that the
	 * process was suspended. The client then gets the same time once more, to send what
	 * did not fit into the socket buffers.
	 * @param excess nanoseconds
	 */
	void excludeExcess(long excess) {
		this.due += (excess > TOLERANCE) ? 2 * excess : excess;
	}

}
