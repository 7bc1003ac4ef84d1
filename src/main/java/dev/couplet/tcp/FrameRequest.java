package dev.couplet.tcp;

import dev.couplet.transform.FailedRequests;
import dev.couplet.transform.TextTooLargeException;
import dev.couplet.transform.TimedTransforms;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.Transformation;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way from its frame to its reply. It begins on the event loop of its
 * connection, and moves to a worker as soon as what is left to do is expensive. Used by
 * one thread at a time.
 */
final class FrameRequest {

	/**
	 * From which length in bytes on a frame is decoded by a worker.
	 */
	private static final int LARGE = 128 * 1024;

	private final FrameProtocol protocol;

	private final TimedTransforms transforms;

	private final FailedRequests failed;

	private final byte[] frame;

	private @Nullable Transformation transformation;

	private @Nullable Reply reply;

	private boolean onWorker;

	/**
	 * Makes a request.
	 * @param protocol translates
	 * @param transforms the service
	 * @param failed counts the requests that get no result
	 * @param frame what was in the frame
	 */
	FrameRequest(FrameProtocol protocol, TimedTransforms transforms, FailedRequests failed, byte[] frame) {
		this.protocol = protocol;
		this.transforms = transforms;
		this.failed = failed;
		this.frame = frame;
	}

	/**
	 * Goes on with the request: to its end on a worker, and as far as it is cheap on an
	 * event loop.
	 * @return the reply, or null where a worker has to go on
	 */
	@Nullable Reply answer() {
		if (this.reply == null) {
			try {
				this.reply = advance();
			}
			catch (TransformException ex) {
				this.reply = refuse(ex);
			}
		}
		return this.reply;
	}

	private @Nullable Reply advance() {
		Transformation current = this.transformation;
		if (current == null) {
			if (!this.onWorker && this.frame.length >= LARGE) {
				return null;
			}
			RequestFrame request = this.protocol.read(this.frame);
			current = this.transforms.begin(request.recipe(), request.text(), request.ascii());
			this.transformation = current;
		}
		if (this.onWorker) {
			current.runToEnd();
		}
		else if (!current.runOnEventLoop()) {
			return null;
		}
		return this.protocol.success(current.result());
	}

	/**
	 * Has a worker go on when its turn comes.
	 * @param serving has the request answered
	 */
	void continueOnWorker(Runnable serving) {
		this.onWorker = true;
		this.transforms.executeExpensive(serving, () -> {
			this.reply = refuse(this.transforms.overloaded(this.transformation));
			serving.run();
		});
	}

	/**
	 * Answers a frame that is too large to be read. What follows on the connection cannot
	 * be read either.
	 * @return this request, answered
	 */
	FrameRequest refusedAsTooLarge() {
		Reply refusal = refuse(new TextTooLargeException(this.transforms.limit().bytes()));
		this.reply = new Reply(refusal.frame(), true);
		return this;
	}

	private Reply refuse(TransformException error) {
		this.failed.count(error);
		return this.protocol.failure(error);
	}

	boolean isAnswered() {
		return this.reply != null;
	}

}
