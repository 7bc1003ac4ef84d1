package dev.couplet.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * The memory that the texts of all requests may occupy together, from arrival until their
 * results are sent: a share of the heap. It only keeps count and allocates nothing.
 *
 * <p>
 * Reservations for arriving texts are granted in order (FIFO). A text that grows while it
 * is processed does not queue behind them, because only requests in progress release
 * memory. Small texts are not counted, so that large ones cannot delay them; the
 * connection limit bounds their memory.
 */
final class MemoryBudget {

	/**
	 * The memory of a text, as a multiple of its size: its bytes and a string, or a
	 * string with two bytes for each character.
	 */
	private static final int COPIES = 2;

	/**
	 * The reservation for an arriving text, as a multiple of its size. It leaves room to
	 * grow without another reservation. Otherwise many texts that grow at the same time
	 * would each hold memory that the others lack, and would have to be refused.
	 */
	private static final int GROWTH = 4;

	// object headers and references of a kept text
	private static final int OBJECTS = 100;

	private static final int SHARE_OF_HEAP = 3;

	private final long capacity;

	private final long maxTextSize;

	private final int maxWaiting;

	// FIFO; guarded by this
	private final Queue<MemoryReservation> queue = new ArrayDeque<>();

	// guarded by this
	private long reserved;

	// whether the queue has entries; volatile to be read without the lock
	private volatile boolean awaited;

	/**
	 * Creates a budget.
	 * @param capacity the total in bytes, at least 1. A text that needs more than that
	 * gets all of it
	 * @param limit the maximum size of a text
	 * @param maxWaiting the maximum number of waiting reservations, at least 1
	 */
	MemoryBudget(long capacity, SizeLimit limit, int maxWaiting) {
		this.capacity = capacity;
		this.maxTextSize = limit.bytes();
		this.maxWaiting = maxWaiting;
	}

	/**
	 * Returns the default capacity.
	 * @return a third of the heap, in bytes
	 */
	static long defaultCapacity() {
		return Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
	}

	long capacity() {
		return this.capacity;
	}

	synchronized long reserved() {
		return this.reserved;
	}

	boolean isAwaited() {
		return this.awaited;
	}

	/**
	 * Returns the memory to reserve for an arriving text.
	 * @param size its size in bytes
	 * @return the memory in bytes
	 */
	long arrivingSize(long size) {
		return !MemoryReservation.isCounted(size) ? 0
				: Math.min(heldSize(Math.max(size, Math.min(GROWTH * size, this.maxTextSize))), this.capacity);
	}

	/**
	 * Returns the memory that a text occupies.
	 * @param length UTF-16 code units
	 * @return the memory in bytes
	 */
	static long heldSize(long length) {
		return MemoryReservation.isCounted(length) ? COPIES * length : 0;
	}

	/**
	 * Returns the memory that a text occupies if it is kept along with others. Small
	 * texts count too.
	 * @param length UTF-16 code units
	 * @return the memory in bytes
	 */
	static long keptSize(long length) {
		return COPIES * length + OBJECTS;
	}

	/**
	 * Changes the size of a reservation immediately. Memory that is released is granted
	 * to waiting reservations.
	 * @param reservation a reservation that is not waiting
	 * @param bytes the new size
	 * @return false if there is not enough memory; nothing has changed in that case
	 */
	boolean resize(MemoryReservation reservation, long bytes) {
		List<Runnable> granted;
		synchronized (this) {
			long more = bytes - reservation.bytes;
			if (more > 0 && this.reserved + more > this.capacity) {
				return false;
			}
			this.reserved += more;
			reservation.bytes = bytes;
			granted = grantWaiting();
		}
		granted.forEach(Runnable::run);
		return true;
	}

	/**
	 * Increases the size of a reservation, or queues the request if there is not enough
	 * memory.
	 * @param reservation a reservation that is not waiting
	 * @param bytes the new size, larger than the current one
	 * @param granted called by another thread when the request is granted, if it was
	 * queued
	 * @return true if granted immediately, false if queued
	 * @throws UnavailableException if the queue is full
	 */
	synchronized boolean resizeOrQueue(MemoryReservation reservation, long bytes, Runnable granted) {
		if (this.queue.isEmpty() && resize(reservation, bytes)) {
			return true;
		}
		if (this.queue.size() >= this.maxWaiting) {
			throw UnavailableException.overloaded(MemoryReservation.MAX_WAIT);
		}
		reservation.wanted = bytes;
		reservation.granted = granted;
		this.queue.add(reservation);
		this.awaited = true;
		return false;
	}

	/**
	 * Removes a reservation from the queue.
	 * @param reservation the reservation
	 * @return false if it was not waiting
	 */
	boolean cancel(MemoryReservation reservation) {
		List<Runnable> granted;
		synchronized (this) {
			if (!this.queue.remove(reservation)) {
				return false;
			}
			granted = grantWaiting();
		}
		granted.forEach(Runnable::run);
		return true;
	}

	private List<Runnable> grantWaiting() {
		MemoryReservation first = this.queue.peek();
		this.awaited = first != null;
		if (first == null) {
			return List.of();
		}
		List<Runnable> granted = new ArrayList<>();
		while (first != null && this.reserved + first.wanted - first.bytes <= this.capacity) {
			this.queue.remove();
			this.reserved += first.wanted - first.bytes;
			first.bytes = first.wanted;
			granted.add(first.granted);
			first = this.queue.peek();
		}
		this.awaited = first != null;
		return granted;
	}

}
