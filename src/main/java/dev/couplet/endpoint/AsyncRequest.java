package dev.couplet.endpoint;

import dev.couplet.transform.ExpensiveWork;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.PendingWork;
import dev.couplet.transform.RequestBudget;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.Transformation;
import dev.couplet.transform.UnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * A request that has arrived at an event loop, up to its reply. It starts on the event
 * loop, and moves to another thread as soon as the remaining work is expensive. Used by
 * one thread at a time, except for {@link #abandon()}.
 *
 * @param <W> the work
 * @param <R> the reply
 */
public abstract class AsyncRequest<W extends ExpensiveWork, R> {

	// in bytes; longer requests are decoded by a worker
	private static final int MAX_LENGTH_ON_EVENT_LOOP = 128 * 1024;

	// in nanoseconds for each byte
	private static final long DECODING_COST = 2;

	private final TransformPort transforms;

	private final long arrived = System.nanoTime();

	private final RequestBudget budget;

	private final int length;

	private @Nullable W begun;

	private @Nullable R reply;

	private @Nullable PendingWork pending;

	// set by a worker
	private volatile @Nullable PendingWork waiting;

	private volatile boolean abandoned;

	private @Nullable Throwable unexpected;

	/**
	 * Creates a request.
	 * @param transforms the port of the protocol
	 * @param length the length of the request in bytes, by which the cost of decoding it
	 * is estimated
	 * @param memory the memory reservation of the request
	 */
	protected AsyncRequest(TransformPort transforms, int length, MemoryReservation memory) {
		this.transforms = transforms;
		this.length = length;
		this.budget = transforms.newBudget(memory);
	}

	/**
	 * Decodes the request, and prepares its work. Called once.
	 * @param budget the budget of the request
	 * @param arrived when the request had arrived, from {@link System#nanoTime()}
	 * @return the work, which has not begun to run
	 * @throws TransformException if the request is refused
	 */
	protected abstract W begin(RequestBudget budget, long arrived);

	/**
	 * Encodes the result.
	 * @param work the work, which has ended
	 * @return the reply
	 * @throws TransformException if the work has failed
	 */
	protected abstract R success(W work);

	/**
	 * Encodes an error.
	 * @param error the error
	 * @return the reply
	 */
	protected abstract R failure(TransformException error);

	/**
	 * Runs the request on its event loop while that is cheap.
	 * @return the reply, or null if it must continue elsewhere
	 * @throws IllegalStateException if it has failed on a worker for an unexpected reason
	 */
	public final @Nullable R answer() {
		if (this.unexpected != null) {
			throw new IllegalStateException("the request failed on a worker", this.unexpected);
		}
		if (this.reply == null && this.length < MAX_LENGTH_ON_EVENT_LOOP) {
			try {
				W work = begin();
				if (work instanceof Transformation transformation && transformation.runOnEventLoop()) {
					this.reply = success(work);
				}
			}
			catch (TransformException ex) {
				this.reply = failure(ex);
			}
		}
		return this.reply;
	}

	private W begin() {
		W work = begin(this.budget, this.arrived);
		this.begun = work;
		return work;
	}

	/**
	 * Continues the request on another thread: a virtual one if its recipe waits for
	 * something outside of the process, otherwise a worker.
	 * @param answered called when there is a reply, usually by that thread
	 * @return false if the queue is full; the reply is then an error
	 */
	public final boolean continueElsewhere(Runnable answered) {
		Work work = new Work(answered);
		try {
			this.pending = waits() ? this.transforms.executeWaiting(work, this.budget) : this.transforms.execute(work);
			return true;
		}
		catch (UnavailableException ex) {
			work.end(ex);
			return false;
		}
	}

	private boolean waits() {
		return this.begun instanceof Transformation transformation && transformation.recipe().waits();
	}

	/**
	 * Abandons the work, because nobody waits for the reply any more.
	 */
	public final void abandon() {
		this.abandoned = true;
		abandon(this.pending);
		abandon(this.waiting);
	}

	private static void abandon(@Nullable PendingWork work) {
		if (work != null) {
			work.abandon();
		}
	}

	/**
	 * Sets the reply of a request that is not run.
	 * @param reply the reply
	 */
	protected final void answerWith(R reply) {
		this.reply = reply;
	}

	/**
	 * Returns whether there is a reply.
	 * @return false before the end
	 */
	public final boolean isAnswered() {
		return this.reply != null;
	}

	/**
	 * The part of the request that other threads run.
	 */
	private final class Work implements ExpensiveWork {

		private final Runnable answered;

		Work(Runnable answered) {
			this.answered = answered;
		}

		@Override
		public long sliceCost() {
			W work = AsyncRequest.this.begun;
			return (work != null) ? work.sliceCost() : DECODING_COST * AsyncRequest.this.length;
		}

		@Override
		public boolean waits() {
			W work = AsyncRequest.this.begun;
			return work != null && work.waits();
		}

		@Override
		public boolean runSlice() {
			boolean begins = AsyncRequest.this.begun == null;
			try {
				AsyncRequest.this.reply = advance();
				if (begins && !isAnswered() && AsyncRequest.this.waits()) {
					leaveWorker();
					return false;
				}
			}
			catch (TransformException ex) {
				AsyncRequest.this.reply = failure(ex);
			}
			catch (RuntimeException | Error ex) {
				// otherwise the connection would stay open without a reply
				AsyncRequest.this.unexpected = ex;
			}
			boolean ended = isAnswered() || AsyncRequest.this.unexpected != null;
			if (ended) {
				this.answered.run();
			}
			return !ended;
		}

		private @Nullable R advance() {
			W work = AsyncRequest.this.begun;
			if (work == null) {
				begin();
				return null;
			}
			return work.runSlice() ? null : success(work);
		}

		// a long request is decoded on a worker, before its recipe is known
		private void leaveWorker() {
			PendingWork left = AsyncRequest.this.transforms.executeWaiting(this, AsyncRequest.this.budget);
			AsyncRequest.this.waiting = left;
			if (AsyncRequest.this.abandoned) {
				left.abandon();
			}
		}

		@Override
		public void fail(TransformException reason) {
			end(reason);
			this.answered.run();
		}

		void end(TransformException reason) {
			W work = AsyncRequest.this.begun;
			if (work != null) {
				work.fail(reason);
			}
			else {
				AsyncRequest.this.transforms.reject(reason);
			}
			AsyncRequest.this.reply = failure(reason);
		}

	}

}
