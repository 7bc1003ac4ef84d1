package dev.couplet.simulation;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The memory for texts, as {@code dev.couplet.transform.MemoryBudget} and
 * {@code MemoryReservation} grant and refuse it: in order of arrival, to a bounded number
 * of waiting requests, within a bounded time.
 */
final class Memory {

	/** {@code MemoryReservation.UNCOUNTED_SIZE}. */
	private static final int UNCOUNTED_SIZE = 4096;

	/** {@code MemoryBudget.COPIES}. */
	private static final int COPIES = 2;

	/** {@code MemoryBudget.GROWTH}. */
	private static final int GROWTH = 4;

	/** {@code couplet.transform.max-text-size}. */
	private static final int MAX_TEXT_SIZE = 1024 * 1024;

	/** {@code MemoryReservation.MAX_WAIT}, in seconds. */
	private static final double MAX_WAIT = 10;

	private final Timeline timeline;

	private final double capacity;

	private final int maxWaiting;

	private final Queue<Waiter> queue = new ArrayDeque<>();

	private double reserved;

	/**
	 * Creates the memory.
	 * @param timeline the time
	 * @param limits how much there is, and the maximum number of waiting requests
	 */
	Memory(Timeline timeline, InstanceLimits limits) {
		this.timeline = timeline;
		this.capacity = limits.textMemory();
		this.maxWaiting = limits.maxWaiting();
	}

	/**
	 * Returns what an arriving text reserves.
	 * @param size the size of the text in bytes
	 * @return bytes
	 */
	static double arrivingSize(int size) {
		return (size <= UNCOUNTED_SIZE) ? 0 : COPIES * (double) Math.max(size, Math.min(GROWTH * size, MAX_TEXT_SIZE));
	}

	/**
	 * Reserves memory, now or later.
	 * @param bytes how much, at most the capacity
	 * @param granted called when it is reserved
	 * @param refused called instead if the queue is full, or the wait too long
	 */
	void reserve(double bytes, Runnable granted, Runnable refused) {
		if (bytes == 0 || (this.queue.isEmpty() && this.reserved + bytes <= this.capacity)) {
			this.reserved += bytes;
			granted.run();
			return;
		}
		if (this.queue.size() >= this.maxWaiting) {
			refused.run();
			return;
		}
		Waiter waiter = new Waiter(bytes, granted);
		this.queue.add(waiter);
		this.timeline.after(MAX_WAIT, () -> {
			if (this.queue.remove(waiter)) {
				refused.run();
				grant();
			}
		});
	}

	/**
	 * Releases memory.
	 * @param bytes how much
	 */
	void release(double bytes) {
		this.reserved -= bytes;
		grant();
	}

	private void grant() {
		Waiter first = this.queue.peek();
		while (first != null && this.reserved + first.bytes <= this.capacity) {
			this.queue.remove();
			this.reserved += first.bytes;
			first.granted.run();
			first = this.queue.peek();
		}
	}

	/**
	 * A request that waits. Two of them are never equal.
	 */
	private static final class Waiter {

		private final double bytes;

		private final Runnable granted;

		Waiter(double bytes, Runnable granted) {
			this.bytes = bytes;
			this.granted = granted;
		}

	}

}
