package dev.couplet.transform;

import java.time.Duration;

/**
 * A clock that does not advance while the process is suspended. Thread-safe.
 */
final class ProcessClock {

	/**
	 * The maximum time that counts between two readings. A larger gap means that the
	 * process was suspended or had no processor.
	 */
	private static final long MAX_TICK = Duration.ofSeconds(1).toNanos();

	private long lastTick = System.nanoTime();

	private long time;

	/**
	 * Reads the clock.
	 * @return nanoseconds, excluding gaps in which the process was suspended
	 */
	synchronized long nanoTime() {
		long now = System.nanoTime();
		this.time += Math.min(now - this.lastTick, MAX_TICK);
		this.lastTick = now;
		return this.time;
	}

}
