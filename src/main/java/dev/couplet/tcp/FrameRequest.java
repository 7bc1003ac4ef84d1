package dev.couplet.tcp;

import dev.couplet.endpoint.TransformPort;
import dev.couplet.transform.ExpensiveWork;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.PendingWork;
import dev.couplet.transform.TextTooLargeException;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.Transformation;
import dev.couplet.transform.UnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way from its frame to its reply. It begins on the event loop of its
 * connection, and moves to a worker as soon as what is left to do is expensive. Used by
 * one thread at a time, but for {@link #abandon()}.
 */
final class FrameRequest {

	// from which length in bytes on a frame is decoded by a worker
	private static final int LARGE = 128 * 1024;

	// nanoseconds a byte
	private static final long DECODING_COST = 2;

	private final FrameProtocol protocol;

	private final TransformPort transforms;

	private byte[] frame;

	private final MemoryReservation memory;

	private @Nullable Transformation transformation;

	private @Nullable Reply reply;

	private @Nullable PendingWork pending;

	/**
	 * Makes a request.
	 * @param protocol translates
	 * @param transforms the port of the protocol
	 * @param frame what was in the frame
	 * @param memory what the connection has of the memory for texts
	 */
	FrameRequest(FrameProtocol protocol, TransformPort transforms, byte[] frame, MemoryReservation memory) {
		this.memory = memory;
		this.protocol = protocol;
		this.transforms = transforms;
		this.frame = frame;
	}

	/**
	 * Goes on with the request, on its event loop, as far as it is cheap.
	 * @return the reply, or null where a worker has to go on
	 */
	@Nullable Reply answer() {
		if (this.reply == null && this.frame.length < LARGE) {
			try {
				Transformation current = begin();
				if (current.runOnEventLoop()) {
					this.reply = this.protocol.success(current.result());
				}
			}
			catch (TransformException ex) {
				this.reply = this.protocol.failure(ex);
			}
		}
		return this.reply;
	}

	private Transformation begin() {
		RequestFrame request = this.transforms.read(() -> this.protocol.read(this.frame));
		// of no use any more, and it may be large
		this.frame = new byte[0];
		Transformation begun = this.transforms.begin(request.recipe(), request.text(), request.ascii(),
				this.transforms.newBudget(this.memory));
		this.transformation = begun;
		return begun;
	}

	/**
	 * Has workers go on as its turns come.
	 * @param answered called, mostly by a worker, when there is a reply
	 * @return false where too many requests wait already, and the reply is that
	 */
	boolean continueOnWorker(Runnable answered) {
		Work work = new Work(answered);
		try {
			this.pending = this.transforms.execute(work);
			return true;
		}
		catch (UnavailableException ex) {
			work.end(ex);
			return false;
		}
	}

	/**
	 * Has workers do no more for it, because the connection is closed.
	 */
	void abandon() {
		if (this.pending != null) {
			this.pending.abandon();
		}
	}

	/**
	 * Answers a frame that is not read to its end. What follows on the connection cannot
	 * be read either.
	 * @param cause why it is not read: a {@link TransformException}, or it is too large
	 * @return this request, answered
	 */
	FrameRequest refusedUnread(Throwable cause) {
		TransformException error = (cause instanceof TransformException reason) ? reason
				: new TextTooLargeException(this.transforms.limit().bytes());
		this.transforms.reject(error);
		this.reply = new Reply(this.protocol.failure(error).frame(), true);
		return this;
	}

	boolean isAnswered() {
		return this.reply != null;
	}

	/**
	 * What is left for workers.
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
		public boolean runSlice() {
			try {
				FrameRequest.this.reply = advance();
			}
			catch (TransformException ex) {
				FrameRequest.this.reply = FrameRequest.this.protocol.failure(ex);
			}
			if (isAnswered()) {
				this.answered.run();
			}
			return !isAnswered();
		}

		private @Nullable Reply advance() {
			Transformation current = FrameRequest.this.transformation;
			if (current == null) {
				begin();
				return null;
			}
			return current.runSlice() ? null : FrameRequest.this.protocol.success(current.result());
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
