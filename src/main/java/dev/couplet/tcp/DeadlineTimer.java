package dev.couplet.tcp;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/**
 * A deadline that moves with every request. Moving it later costs no more than a look at
 * the clock: the timer stays, and is set again when it fires too early. Used on the event
 * loop of its connection only.
 *
 * <p>
 * A client is not late where we are. When the timer fires late, because the process was
 * stopped or had no processor, the client gets that time in addition, in which the loop
 * reads what has arrived meanwhile.
 */
final class DeadlineTimer {

	/**
	 * Which share of the timeout a timer may fire late without a consequence.
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
	 * Sets the deadline, in place of the one before.
	 * @param timeout from now; 0 is no deadline
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
	 * From now on there is no deadline.
	 */
	void clear() {
		this.running = false;
	}

	/**
	 * Clears the deadline for good.
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
