package dev.couplet.tcp;

import java.time.Duration;

import dev.couplet.transform.FailureReason;
import org.jspecify.annotations.Nullable;

/**
 * Until when a client has to have done something.
 *
 * @param due in {@link System#nanoTime()}
 * @param strict whether it is the client's fault alone where it passes. Otherwise its
 * bytes may be there, and only wait for a processor
 * @param lateness why its request has failed then; null where it has none under way
 */
record Deadline(long due, boolean strict, @Nullable FailureReason lateness) {

	/**
	 * Never passes.
	 */
	static final Deadline NONE = new Deadline(0, false, null);

	/**
	 * For the client to send something.
	 * @param timeout from now; 0 is for ever
	 * @param lateness why its request has failed then, or null
	 * @return the deadline
	 */
	static Deadline forInput(Duration timeout, @Nullable FailureReason lateness) {
		return in(timeout, false, lateness);
	}

	/**
	 * For something that no processor of ours can hold up.
	 * @param timeout from now; 0 is for ever
	 * @param lateness why its request has failed then, or null
	 * @return the deadline
	 */
	static Deadline within(Duration timeout, @Nullable FailureReason lateness) {
		return in(timeout, true, lateness);
	}

	private static Deadline in(Duration timeout, boolean strict, @Nullable FailureReason lateness) {
		return timeout.isZero() ? NONE : new Deadline(System.nanoTime() + timeout.toNanos(), strict, lateness);
	}

	boolean hasPassed(long now) {
		return !NONE.equals(this) && now - this.due > 0;
	}

}
