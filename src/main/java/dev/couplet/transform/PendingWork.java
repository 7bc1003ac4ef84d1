package dev.couplet.transform;

import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * Work that waits in a {@link WorkerPool}, or is being done.
 */
public final class PendingWork implements Runnable, Comparable<PendingWork> {

	private static final AtomicLong COUNT = new AtomicLong();

	private final WorkerPool pool;

	private final ExpensiveWork work;

	private final long since;

	private final long number = COUNT.getAndIncrement();

	// changed while it is in no queue
	private long turn;

	private volatile @Nullable TransformException abandoned;

	PendingWork(WorkerPool pool, ExpensiveWork work) {
		this.pool = pool;
		this.work = work;
		this.since = pool.time();
		this.turn = pool.turnAfter(0, work.nextCost());
	}

	/**
	 * Ends the work before its next slice, because nobody waits for its result any more.
	 * Does nothing where it has been done.
	 */
	public void abandon() {
		abandon(new ClientGoneException());
	}

	void abandon(TransformException reason) {
		this.abandoned = reason;
		this.pool.refuse(this, reason);
	}

	@Override
	public void run() {
		this.pool.begin(this);
		boolean more = true;
		while (more) {
			more = runSlice();
			this.pool.refuseLate();
			if (more && this.pool.isTurnOfAnother(this)) {
				this.pool.requeue(this);
				more = false;
			}
		}
	}

	private boolean runSlice() {
		TransformException reason = this.abandoned;
		if (reason != null) {
			refuse(reason);
			return false;
		}
		this.pool.advanceTo(this.turn);
		boolean more = this.work.runNext();
		if (more) {
			this.turn = this.pool.turnAfter(this.turn, this.work.nextCost());
		}
		return more;
	}

	void refuse(TransformException reason) {
		this.work.refuse(reason);
	}

	/**
	 * When it is to have its next turn.
	 * @return a virtual time in nanoseconds
	 */
	long turn() {
		return this.turn;
	}

	/**
	 * Since when it has waited.
	 * @return as {@link WorkerPool#time()} has it
	 */
	long since() {
		return this.since;
	}

	@Override
	public int compareTo(PendingWork other) {
		int byTurn = Long.compare(this.turn, other.turn);
		return (byTurn != 0) ? byTurn : Long.compare(this.number, other.number);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return Long.hashCode(this.number);
	}

}
