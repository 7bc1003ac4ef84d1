package dev.couplet.transform;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Work whose completion another thread awaits.
 */
final class AwaitedWork implements ExpensiveWork {

	private static final long CLIENT_CHECK_MILLIS = 100;

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
	 * @param clientGone returns true if the client has disconnected; called every 100 ms
	 * @return whether slices remain
	 * @throws IllegalStateException if a slice has thrown an exception
	 */
	boolean await(QueuedWork pending, BooleanSupplier clientGone) {
		boolean interrupted = false;
		boolean done = false;
		while (!done) {
			try {
				done = this.ended.await(CLIENT_CHECK_MILLIS, TimeUnit.MILLISECONDS);
				if (!done && clientGone.getAsBoolean()) {
					pending.abandon();
				}
			}
			catch (InterruptedException ex) {
				interrupted = true;
				pending.abandon(
						clientGone.getAsBoolean() ? new ClientGoneException() : UnavailableException.shuttingDown());
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
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
