package dev.couplet.transform;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Work whose completion another thread awaits.
 */
final class AwaitedWork implements ExpensiveWork {

	private final ExpensiveWork work;

	private final CountDownLatch ended = new CountDownLatch(1);

	private volatile boolean more;

	private volatile @Nullable Throwable unexpected;

	AwaitedWork(ExpensiveWork work) {
		this.work = work;
	}

	/**
	 * Waits until the work has ended, or its next slice waits. Interrupting this thread
	 * abandons the work but does not end the wait early: the work must not outlive this
	 * call.
	 * @param pending this work, as queued in the pool
	 * @param abandonment asked from time to time
	 * @return whether slices remain
	 * @throws IllegalStateException if a slice has thrown an exception
	 */
	boolean await(QueuedWork pending, Abandonment abandonment) {
		abandonment.await((timeout) -> this.ended.await(timeout.toMillis(), TimeUnit.MILLISECONDS), pending::abandon);
		if (this.unexpected != null) {
			throw new IllegalStateException("the request failed on a worker", this.unexpected);
		}
		return this.more;
	}

	@Override
	public long sliceCost() {
		return this.work.sliceCost();
	}

	@Override
	public boolean runSlice() {
		boolean computes = false;
		try {
			this.more = this.work.runSlice();
			computes = this.more && !this.work.waits();
		}
		catch (RuntimeException | Error ex) {
			this.unexpected = ex;
		}
		finally {
			if (!computes) {
				this.ended.countDown();
			}
		}
		return computes;
	}

	@Override
	public void fail(TransformException reason) {
		try {
			this.more = false;
			this.work.fail(reason);
		}
		finally {
			this.ended.countDown();
		}
	}

}
