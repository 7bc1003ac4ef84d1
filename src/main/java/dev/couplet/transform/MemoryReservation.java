package dev.couplet.transform;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * The memory that is reserved for the texts of one request, or of one connection's
 * requests in turn. Used by one thread at a time, except for {@link #close()}.
 */
public final class MemoryReservation implements AutoCloseable {

	/**
	 * The size in bytes up to which a text is not counted. A protocol should reserve
	 * nothing for a larger one before that many bytes have arrived.
	 */
	public static final int UNCOUNTED_SIZE = 4096;

	/**
	 * The maximum time to wait for memory.
	 */
	public static final Duration MAX_WAIT = Duration.ofSeconds(10);

	private final MemoryBudget budget;

	// guarded by the budget, as are the next two; volatile to be read without its lock
	volatile long bytes;

	long wanted;

	Runnable granted = () -> {
	};

	// the part of the reservation for texts other than the current one
	private long retained;

	private boolean mayWait;

	private boolean closed;

	MemoryReservation(MemoryBudget budget) {
		this.budget = budget;
	}

	/**
	 * Returns whether a text is large enough to be counted.
	 * @param size its size in bytes
	 * @return whether the text is counted
	 */
	static boolean isCounted(long size) {
		return size > UNCOUNTED_SIZE;
	}

	/**
	 * Reserves memory for an arriving text, or queues the request. To avoid deadlock, the
	 * caller should hold no memory that others wait for.
	 * @param size its size in bytes, or the maximum if unknown
	 * @param granted called by another thread when the memory is available, if the
	 * request was queued
	 * @return true if reserved immediately, false if queued
	 * @throws UnavailableException if the queue is full
	 */
	public boolean reserve(long size, Runnable granted) {
		// the common case takes no shared lock
		return MemoryBudget.heldSize(size) <= this.bytes || reserveOrQueue(this.budget.arrivingSize(size), granted);
	}

	private synchronized boolean reserveOrQueue(long need, Runnable granted) {
		this.mayWait = true;
		// a text that needs more than the budget already has all of it
		return this.closed || need <= this.bytes || this.budget.resizeOrQueue(this, need, granted);
	}

	/**
	 * Reserves memory for an arriving text, and waits until it is available.
	 * @param size its size in bytes, or the maximum if unknown
	 * @throws UnavailableException if the queue is full, the wait times out, or this
	 * thread is interrupted
	 */
	public void await(long size) {
		if (MemoryBudget.heldSize(size) > this.bytes) {
			awaitMemory(size);
		}
	}

	private void awaitMemory(long size) {
		CountDownLatch latch = new CountDownLatch(1);
		if (!reserve(size, latch::countDown) && !awaitGrant(latch) && this.budget.cancel(this)) {
			throw overloaded();
		}
	}

	// in steps of a second, so that a suspended process loses at most one of them
	private static boolean awaitGrant(CountDownLatch latch) {
		try {
			boolean granted = false;
			for (long second = 0; !granted && second < MAX_WAIT.toSeconds(); second++) {
				granted = latch.await(1, TimeUnit.SECONDS);
			}
			return granted;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * Stops waiting for memory.
	 * @return the error to report, or null if it was not waiting because the memory has
	 * been granted
	 */
	public @Nullable UnavailableException cancelWait() {
		return this.budget.cancel(this) ? overloaded() : null;
	}

	/**
	 * Releases memory in excess of the text's actual size.
	 * @param size the size in bytes of the complete text
	 */
	public void shrinkTo(long size) {
		shrink(this.budget.arrivingSize(size));
	}

	/**
	 * Ensures that the reservation covers the current text, which exists already.
	 * @param length the text's length in UTF-16 code units
	 * @throws UnavailableException if there is not enough memory
	 */
	void hold(long length) {
		if (isCounted(length)) {
			grow(this.retained + MemoryBudget.heldSize(length));
		}
	}

	/**
	 * Keeps the current text in memory, in addition to those that follow.
	 * @param length the text's length in UTF-16 code units
	 * @throws UnavailableException if there is not enough memory
	 */
	public void retain(long length) {
		// small texts too, as there can be many
		this.retained += MemoryBudget.keptSize(length);
		if (isCounted(this.retained)) {
			grow(this.retained);
		}
	}

	private void grow(long needed) {
		if (needed > this.bytes) {
			growShared(needed);
		}
	}

	private synchronized void growShared(long needed) {
		long possible = Math.min(needed, this.budget.capacity());
		if (!this.closed && possible > this.bytes && !this.budget.resize(this, possible)) {
			throw overloaded();
		}
	}

	private static UnavailableException overloaded() {
		return UnavailableException.overloaded(MAX_WAIT);
	}

	/**
	 * Releases all memory. The reservation can be used for the next request.
	 */
	public void release() {
		// usually nothing is reserved
		if (this.bytes > 0) {
			this.retained = 0;
			shrink(0);
		}
	}

	private synchronized void shrink(long enough) {
		if (enough < this.bytes) {
			this.budget.resize(this, enough);
		}
	}

	/**
	 * Releases all memory. The reservation cannot be used again.
	 */
	@Override
	public void close() {
		if (this.mayWait) {
			this.budget.cancel(this);
		}
		synchronized (this) {
			this.closed = true;
		}
		release();
	}

}
