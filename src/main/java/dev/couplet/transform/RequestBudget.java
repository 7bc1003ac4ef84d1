package dev.couplet.transform;

import java.time.Duration;

/**
 * What a request may still take, all its steps and all its texts together: nanoseconds of
 * a processor, as the weights of the transforms estimate them, and memory. Used by one
 * thread at a time.
 */
public final class RequestBudget {

	/**
	 * What a request may cost on the thread that received it: nanoseconds at the worst,
	 * and for most texts a small part of it.
	 */
	static final int CHEAP = 800_000;

	private static final Duration MOST_FOR_A_MEGABYTE = Duration.ofSeconds(5);

	private static final int MEGABYTE = 1024 * 1024;

	private final MemoryReservation memory;

	private final Duration most;

	private long left;

	private long cheapLeft = CHEAP;

	RequestBudget(Duration most, MemoryReservation memory) {
		this.memory = memory;
		this.most = most;
		this.left = most.toNanos();
	}

	/**
	 * What a request may cost where the operator does not say: more than any recipe needs
	 * that is of use, and too little to make much of a text grown on purpose.
	 * @param limit what a text may come to
	 * @return 5 seconds for each megabyte, and for less than one
	 */
	public static Duration mostFor(SizeLimit limit) {
		return MOST_FOR_A_MEGABYTE.multipliedBy(Math.max(1, limit.bytes() / MEGABYTE));
	}

	/**
	 * What may still be spent on the thread that received the request.
	 * @return nanoseconds
	 */
	long cheapLeft() {
		return this.cheapLeft;
	}

	/**
	 * Spends some of what is cheap.
	 * @param cost nanoseconds
	 * @return false where the cost is too high; nothing is spent then
	 */
	boolean spendCheap(long cost) {
		if (cost > this.cheapLeft) {
			return false;
		}
		this.cheapLeft -= cost;
		return true;
	}

	/**
	 * Makes sure that there is memory for what a step has made.
	 * @param length of the text, in UTF-16 code units
	 * @throws UnavailableException where there is none
	 */
	void hold(long length) {
		this.memory.hold(length);
	}

	/**
	 * Spends the cost of a step that is about to run.
	 * @param cost nanoseconds
	 * @param step the position of the step in its recipe, from 1
	 * @param transform the name of its transform
	 * @throws TooExpensiveException where not as much is left; nothing is spent then
	 */
	void spend(long cost, int step, String transform) {
		if (cost > this.left) {
			throw new TooExpensiveException(step, transform, this.most);
		}
		this.left -= cost;
	}

}
