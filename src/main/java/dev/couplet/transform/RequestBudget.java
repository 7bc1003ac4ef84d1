package dev.couplet.transform;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The processor time and memory that a request may still use, for all its steps and texts
 * together. Processor time is in nanoseconds, as estimated by the weights of the
 * transforms. Used by one thread at a time, except for {@link #abandon}.
 */
public final class RequestBudget {

	/**
	 * The maximum cost in nanoseconds of work on the thread that received the request.
	 * This is for the worst case; most texts take a small part of it.
	 */
	static final int CHEAP = 800_000;

	/**
	 * The maximum time that a request waits for other servers, for all its steps and
	 * values together.
	 */
	static final Duration MAX_WAIT = Duration.ofMinutes(1);

	private static final Duration MAX_PER_MEGABYTE = Duration.ofSeconds(5);

	private static final int MEGABYTE = 1024 * 1024;

	private final MemoryReservation memory;

	private final Duration max;

	private long left;

	private long cheapLeft = CHEAP;

	private long waitLeft = MAX_WAIT.toNanos();

	private volatile @Nullable TransformException abandoned;

	RequestBudget(Duration max, MemoryReservation memory) {
		this.memory = memory;
		this.max = max;
		this.left = max.toNanos();
	}

	/**
	 * Returns a budget for recipes that are trusted.
	 * @param limit the maximum size of a value
	 * @return a budget that is practically unlimited
	 */
	static RequestBudget unlimited(SizeLimit limit) {
		return new RequestBudget(Duration.ofDays(1),
				new MemoryReservation(new MemoryBudget(Long.MAX_VALUE / 2, limit, 1)));
	}

	/**
	 * Returns the default limit for the processor time of a request. It is more than any
	 * useful recipe needs, and bounds the harm of a text that is made to grow.
	 * @param limit the maximum size of a text
	 * @return 5 seconds for each megabyte of the limit, at least 5 seconds
	 */
	public static Duration defaultCostLimit(SizeLimit limit) {
		return MAX_PER_MEGABYTE.multipliedBy(Math.max(1, limit.bytes() / MEGABYTE));
	}

	/**
	 * Returns what may still be spent on the thread that received the request.
	 * @return nanoseconds
	 */
	long cheapLeft() {
		return this.cheapLeft;
	}

	/**
	 * Spends part of the budget for the thread that received the request.
	 * @param cost nanoseconds
	 * @return false if not enough is left; nothing is spent in that case
	 */
	boolean spendCheap(long cost) {
		if (cost > this.cheapLeft) {
			return false;
		}
		this.cheapLeft -= cost;
		return true;
	}

	/**
	 * Ensures that the memory reservation covers the result of a step.
	 * @param length the result's length in UTF-16 code units
	 * @throws UnavailableException if there is not enough memory
	 */
	void hold(long length) {
		this.memory.hold(length);
	}

	/**
	 * Spends the cost of the next step.
	 * @param cost nanoseconds
	 * @return false if not enough is left; nothing is spent in that case
	 */
	boolean spend(long cost) {
		if (cost > this.left) {
			return false;
		}
		this.left -= cost;
		return true;
	}

	/**
	 * Returns how long the request may still wait for other servers.
	 * @return the time, possibly negative
	 */
	Duration waitLeft() {
		return Duration.ofNanos(this.waitLeft);
	}

	/**
	 * Spends time on waiting for another server.
	 * @param nanoseconds how long the request has waited
	 */
	void spendWait(long nanoseconds) {
		this.waitLeft -= nanoseconds;
	}

	/**
	 * Notes that the result is no longer needed. Called by any thread.
	 * @param reason the error to report
	 */
	void abandon(TransformException reason) {
		this.abandoned = reason;
	}

	/**
	 * Returns why the result is no longer needed.
	 * @return the error to report, or null if it is needed
	 */
	@Nullable TransformException abandoned() {
		return this.abandoned;
	}

	/**
	 * Creates the error for a step that would spend too much.
	 * @param place the place of the step
	 * @return the error
	 */
	TooExpensiveException exceeded(String place) {
		return new TooExpensiveException(place, this.max);
	}

}
