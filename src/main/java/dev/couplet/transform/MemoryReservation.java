package dev.couplet.transform;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * What one request, or the requests of a connection one after the other, have of the
 * memory for texts. Used by one thread at a time, but for {@link #close()}.
 */
public final class MemoryReservation implements AutoCloseable {

	/**
	 * Up to which size, in bytes, a text does not count.
	 */
	public static final int SMALL = 4096;

	/**
	 * How long a text should wait for memory at most.
	 */
	public static final Duration PATIENCE = Duration.ofSeconds(10);

	private final MemoryBudget budget;

	// guarded by the budget, as the next two; volatile for a look without it
	volatile long bytes;

	long wanted;

	Runnable granted = () -> {
	};

	// of what is reserved, what belongs to texts that are not the current one
	private long kept;

	private boolean mayWait;

	private boolean closed;

	MemoryReservation(MemoryBudget budget) {
		this.budget = budget;
	}

	/**
	 * Tells whether a text of which this much has arrived counts already. Before, nothing
	 * should be reserved for it, whatever size it is said to have.
	 * @param arrived bytes
	 * @return whether it is not small
	 */
	public static boolean counts(long arrived) {
		return arrived > SMALL;
	}

	/**
	 * Reserves for a text that is about to arrive. Whoever waits should have nothing yet
	 * that others wait for.
	 * @param size its bytes, or the most that they may be
	 * @param granted run by another thread, where it has to wait, when the memory is
	 * there
	 * @return whether the memory is there now
	 * @throws UnavailableException where too many wait already
	 */
	public boolean reserve(long size, Runnable granted) {
		// what most requests need takes no lock that they would share
		return MemoryBudget.need(size) <= this.bytes || reserveInTurn(this.budget.toArrive(size), granted);
	}

	private synchronized boolean reserveInTurn(long need, Runnable granted) {
		this.mayWait = true;
		return this.closed || this.budget.resizeInTurn(this, need, granted);
	}

	/**
	 * Reserves for a text that is about to arrive, and waits for its turn.
	 * @param size its bytes, or the most that they may be
	 * @throws UnavailableException where too many wait, or it waits too long, or this
	 * thread is interrupted
	 */
	public void await(long size) {
		if (MemoryBudget.need(size) > this.bytes) {
			awaitTurn(size);
		}
	}

	private void awaitTurn(long size) {
		CountDownLatch turn = new CountDownLatch(1);
		if (!reserve(size, turn::countDown) && !isGranted(turn) && this.budget.cancel(this)) {
			throw overloaded();
		}
	}

	// in small parts, of which a process that is suspended can lose one
	private static boolean isGranted(CountDownLatch turn) {
		try {
			boolean granted = false;
			for (long second = 0; !granted && second < PATIENCE.toSeconds(); second++) {
				granted = turn.await(1, TimeUnit.SECONDS);
			}
			return granted;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * Refuses to wait any longer.
	 * @return what to refuse the request with; null where it does not wait, because the
	 * memory is there
	 */
	public @Nullable UnavailableException giveUp() {
		return this.budget.cancel(this) ? overloaded() : null;
	}

	/**
	 * Gives back what was reserved for a text that might have been longer.
	 * @param size its bytes, now that all of it is there
	 */
	public void arrived(long size) {
		shrink(this.budget.toArrive(size));
	}

	/**
	 * Makes sure that there is room for the current text, which has been made already.
	 * @param length of the text, in UTF-16 code units
	 * @throws UnavailableException where there is none
	 */
	void hold(long length) {
		if (counts(length)) {
			grow(this.kept + MemoryBudget.need(length));
		}
	}

	/**
	 * Keeps the current text beside those that come.
	 * @param length of the text, in UTF-16 code units
	 * @throws UnavailableException where there is no room for it
	 */
	public void keep(long length) {
		// also small ones, of which there can be many
		this.kept += MemoryBudget.toKeep(length);
		if (counts(this.kept)) {
			grow(this.kept);
		}
	}

	private synchronized void grow(long needed) {
		long possible = Math.min(needed, this.budget.most());
		if (!this.closed && possible > this.bytes && !this.budget.resize(this, possible)) {
			throw overloaded();
		}
	}

	private static UnavailableException overloaded() {
		return UnavailableException.overloaded(PATIENCE);
	}

	/**
	 * Gives everything back, to reserve anew for the next request.
	 */
	public void release() {
		// mostly there is nothing
		if (this.bytes > 0) {
			this.kept = 0;
			shrink(0);
		}
	}

	private synchronized void shrink(long enough) {
		if (enough < this.bytes) {
			this.budget.resize(this, enough);
		}
	}

	/**
	 * Gives everything back for good.
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
