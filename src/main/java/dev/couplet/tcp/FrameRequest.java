package dev.couplet.tcp;

import dev.couplet.endpoint.TransformPort;
import dev.couplet.transform.ExpensiveWork;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.PendingWork;
import dev.couplet.transform.RequestBudget;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.Transformation;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.Value;
import dev.couplet.transform.ValueTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * A request, from its frame to its reply. It starts on the event loop of its connection,
 * and moves to a worker as soon as the remaining work is expensive. Used by one thread at
 * a time, except for {@link #abandon()}.
 */
final class FrameRequest {

	// in bytes; longer frames are decoded by a worker
	private static final int MAX_LENGTH_ON_EVENT_LOOP = 128 * 1024;

	// in nanoseconds for each byte
	private static final long DECODING_COST = 2;

	private final FrameProtocol protocol;

	private final TransformPort transforms;

	private final long arrived = System.nanoTime();

	private byte[] frame;

	// only if it is compared with the result
	private @Nullable Value value;

	private final MemoryReservation memory;

	private final RequestBudget budget;

	private @Nullable Transformation transformation;

	private @Nullable Reply reply;

	private @Nullable PendingWork pending;

	// set by a worker
	private volatile @Nullable PendingWork waiting;

	private volatile boolean abandoned;

	private @Nullable Throwable unexpected;

	/**
	 * Creates a request.
	 * @param protocol the protocol
	 * @param transforms the port of the protocol
	 * @param frame the content of the frame
	 * @param memory the memory reservation of the connection
	 */
	FrameRequest(FrameProtocol protocol, TransformPort transforms, byte[] frame, MemoryReservation memory) {
		this.protocol = protocol;
		this.transforms = transforms;
		this.frame = frame;
		this.memory = memory;
		this.budget = transforms.newBudget(memory);
	}

	/**
	 * Runs the request on its event loop while that is cheap.
	 * @return the reply, or null if a worker must continue
	 * @throws IllegalStateException if it has failed on a worker for an unexpected reason
	 */
	@Nullable Reply answer() {
		if (this.unexpected != null) {
			throw new IllegalStateException("the request failed on a worker", this.unexpected);
		}
		if (this.reply == null && this.frame.length < MAX_LENGTH_ON_EVENT_LOOP) {
			try {
				Transformation current = begin();
				if (current.runOnEventLoop()) {
					this.reply = success(current.result());
				}
			}
			catch (TransformException ex) {
				this.reply = this.protocol.failure(ex);
			}
		}
		return this.reply;
	}

	private Transformation begin() {
		RequestFrame request = this.transforms.read(this::read);
		// no longer needed, and possibly large
		this.frame = new byte[0];
		Transformation begun = this.transforms.begin(request.recipe(), request.value(), this.budget, this.arrived);
		this.transformation = begun;
		return begun;
	}

	private RequestFrame read() {
		RequestFrame request = this.protocol.read(this.frame);
		if (this.protocol.unchanged() != null) {
			this.value = request.value();
			if (request.value().length() > MemoryReservation.UNCOUNTED_SIZE) {
				this.memory.retain(request.value().length());
			}
		}
		return request;
	}

	private Reply success(Value result) {
		Reply unchanged = (this.value != null && this.value.hasBytesOf(result)) ? this.protocol.unchanged() : null;
		return (unchanged != null) ? unchanged : this.protocol.success(result);
	}

	/**
	 * Continues the request on another thread: a virtual one if its recipe waits for
	 * something outside of the process, otherwise a worker.
	 * @param answered called when there is a reply, usually by that thread
	 * @return false if the queue is full; the reply is then an error
	 */
	boolean continueElsewhere(Runnable answered) {
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
		Transformation current = this.transformation;
		return current != null && current.recipe().waits();
	}

	/**
	 * Abandons the work, because the connection is closed.
	 */
	void abandon() {
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
	 * Fails the request because its frame was not read completely. The connection cannot
	 * be used after that.
	 * @param cause the reason: a {@link TransformException}, or that the frame is too
	 * large
	 * @return this request
	 */
	FrameRequest failUnread(Throwable cause) {
		TransformException error = (cause instanceof TransformException reason) ? reason
				: new ValueTooLargeException(this.transforms.limit().bytes());
		this.transforms.reject(error);
		this.reply = new Reply(this.protocol.failure(error).frame(), true);
		return this;
	}

	boolean isAnswered() {
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
			Transformation current = FrameRequest.this.transformation;
			return (current != null) ? current.sliceCost() : DECODING_COST * FrameRequest.this.frame.length;
		}

		@Override
		public boolean waits() {
			Transformation current = FrameRequest.this.transformation;
			return current != null && current.waits();
		}

		@Override
		public boolean runSlice() {
			boolean begins = FrameRequest.this.transformation == null;
			try {
				FrameRequest.this.reply = advance();
				if (begins && !isAnswered() && FrameRequest.this.waits()) {
					leaveWorker();
					return false;
				}
			}
			catch (TransformException ex) {
				FrameRequest.this.reply = FrameRequest.this.protocol.failure(ex);
			}
			catch (RuntimeException | Error ex) {
				// otherwise the connection would stay open without a reply
				FrameRequest.this.unexpected = ex;
			}
			boolean ended = isAnswered() || FrameRequest.this.unexpected != null;
			if (ended) {
				this.answered.run();
			}
			return !ended;
		}

		private @Nullable Reply advance() {
			Transformation current = FrameRequest.this.transformation;
			if (current == null) {
				begin();
				return null;
			}
			return current.runSlice() ? null : success(current.result());
		}

		// a large frame is decoded on a worker, before its recipe is known
		private void leaveWorker() {
			PendingWork left = FrameRequest.this.transforms.executeWaiting(this, FrameRequest.this.budget);
			FrameRequest.this.waiting = left;
			if (FrameRequest.this.abandoned) {
				left.abandon();
			}
		}

		@Override
		public void fail(TransformException reason) {
			end(reason);
			this.answered.run();
		}

		void end(TransformException reason) {
			Transformation current = FrameRequest.this.transformation;
			if (current != null) {
				current.fail(reason);
			}
			else {
				FrameRequest.this.transforms.reject(reason);
			}
			FrameRequest.this.reply = FrameRequest.this.protocol.failure(reason);
		}

	}

}
