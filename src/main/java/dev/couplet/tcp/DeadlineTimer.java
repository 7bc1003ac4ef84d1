package dev.couplet.tcp;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/**
 * A deadline that is set again for every request. Moving it to a later time costs only a
 * reading of the clock: the timer keeps running, and is rescheduled if it fires too
 * early. Used on the event loop of its connection only.
 *
 * <p>
 * A delay of the server does not count against the client. If the timer fires late,
 * because the process was suspended or had no processor, the deadline is extended by the
 * delay, in which the loop reads what has arrived.
 */
final class DeadlineTimer {

	/**
	 * The part of the timeout, as a divisor, by which the timer may fire late without
	 * extending the deadline.
	 */
	private static final int TOLERANCE_DIVISOR = 64;

	private final EventExecutor loop;

	private final Runnable expired;

	private boolean running;

	private long due;

	private long tolerance;

	private @Nullable ScheduledFuture<?> timer;

	private long timerDue;

	DeadlineTimer(EventExecutor loop, Runnable expired) {
		this.loop = loop;
		this.expired = expired;
	}

	/**
	 * Sets the deadline, and replaces the previous one.
	 * @param timeout the time from now; 0 means no deadline
	 */
	void set(Duration timeout) {
		this.running = timeout.isPositive();
		if (this.running) {
			long nanos = timeout.toNanos();
			this.tolerance = nanos / TOLERANCE_DIVISOR;
			this.due = this.loop.ticker().nanoTime() + nanos;
			if (this.timer == null) {
				schedule(nanos);
			}
			else if (this.due - this.timerDue < 0) {
				this.timer.cancel(false);
				schedule(nanos);
			}
		}
	}

	boolean isSet() {
		return this.running;
	}

	/**
	 * Clears the deadline. The timer may keep running.
	 */
	void clear() {
		this.running = false;
	}

	/**
	 * Clears the deadline and cancels the timer.
	 */
	void cancel() {
		this.running = false;
		if (this.timer != null) {
			this.timer.cancel(false);
			this.timer = null;
		}
	}

	private void schedule(long nanos) {
		this.timerDue = this.due;
		this.timer = this.loop.schedule(this::fire, nanos, TimeUnit.NANOSECONDS);
	}

	private void fire() {
		this.timer = null;
		if (!this.running) {
			return;
		}
		long late = this.loop.ticker().nanoTime() - this.due;
		if (late < 0) {
			schedule(-late);
		}
		else if (late > this.tolerance) {
			this.due += 2 * late;
			schedule(late);
		}
		else {
			this.running = false;
			this.expired.run();
		}
	}

}
