package dev.couplet.protocol.http.tomcat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * By when a client has to have sent what it has begun. Only the time counts in which it
 * is waited for. Used by one thread at a time.
 */
final class Deadline {

	/**
	 * How many nanoseconds a wait may take in addition without a consequence.
	 */
	static final long TOLERANCE = Duration.ofMillis(200).toNanos();

	private final Duration timeout;

	private long begun;

	private long due;

	/**
	 * Makes a deadline, which has not begun.
	 * @param timeout from the first byte to the last; 0 is for ever
	 */
	Deadline(Duration timeout) {
		this.timeout = timeout;
	}

	/**
	 * By how much a wait has taken longer than it should.
	 * @param start when it began, as {@link System#nanoTime()} had it
	 * @param timeout what it should have taken at most, in milliseconds
	 * @return nanoseconds, not negative
	 */
	static long overslept(long start, long timeout) {
		return Math.max(0, System.nanoTime() - start - TimeUnit.MILLISECONDS.toNanos(timeout));
	}

	/**
	 * Begins, unless it has begun with the same byte.
	 * @param begun when the first byte came, as {@link System#nanoTime()} had it
	 */
	void begin(long begun) {
		if (begun != this.begun) {
			this.begun = begun;
			this.due = begun + this.timeout.toNanos();
		}
	}

	/**
	 * How long it is.
	 * @return nanoseconds from now; not positive where it is over
	 */
	long left() {
		return this.timeout.isZero() ? Long.MAX_VALUE : this.due - System.nanoTime();
	}

	/**
	 * Leaves out what has passed since nobody waits for the client.
	 * @param since when the last wait ended, as {@link System#nanoTime()} had it
	 */
	void leaveOut(long since) {
		this.due += System.nanoTime() - Math.max(since, this.begun);
	}

	/**
	 * Leaves out by how much a wait has taken longer than it should. Where it was much,
	 * the process was stopped, and the client gets that time again: what had no room in
	 * the socket is still to come.
	 * @param overslept nanoseconds
	 */
	void leaveOutOverslept(long overslept) {
		this.due += (overslept > TOLERANCE) ? 2 * overslept : overslept;
	}

}
