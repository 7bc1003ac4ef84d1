package dev.couplet.transform;

import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * Work that is queued or running in a {@link WorkerPool}.
 */
final class QueuedWork implements PendingWork, Runnable, Comparable<QueuedWork> {

	private static final AtomicLong NUMBERS = new AtomicLong();

	private final WorkerPool pool;

	private final ExpensiveWork work;

	private final long queuedAt;

	private final long number = NUMBERS.getAndIncrement();

	// changed only while not queued
	private long finishTag;

	private volatile @Nullable TransformException abandoned;

	QueuedWork(WorkerPool pool, ExpensiveWork work) {
		this.pool = pool;
		this.work = work;
		this.queuedAt = pool.time();
		this.finishTag = pool.nextFinishTag(0, work.sliceCost());
	}

	@Override
	public void abandon() {
		abandon(new ClientGoneException());
	}

	void abandon(TransformException reason) {
		this.abandoned = reason;
		this.pool.refuse(this, reason);
	}

	@Override
	public void run() {
		this.pool.started(this);
		boolean more = true;
		while (more) {
			more = runNextSlice();
			this.pool.refuseOverdue();
			if (more && this.pool.isOtherFirst(this)) {
				this.pool.requeue(this);
				more = false;
			}
		}
	}

	private boolean runNextSlice() {
		TransformException reason = this.abandoned;
		if (reason != null) {
			fail(reason);
			return false;
		}
		this.pool.advanceVirtualTime(this.finishTag);
		boolean more = this.work.runSlice();
		if (more) {
			this.finishTag = this.pool.nextFinishTag(this.finishTag, this.work.sliceCost());
		}
		return more;
	}

	void fail(TransformException reason) {
		this.work.fail(reason);
	}

	/**
	 * Returns when it was queued.
	 * @return a time as returned by {@link WorkerPool#time()}
	 */
	long queuedAt() {
		return this.queuedAt;
	}

	@Override
	public int compareTo(QueuedWork other) {
		int byTag = Long.compare(this.finishTag, other.finishTag);
		return (byTag != 0) ? byTag : Long.compare(this.number, other.number);
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
