package dev.couplet.tcp;

import dev.couplet.endpoint.AsyncRequest;
import dev.couplet.endpoint.TransformPort;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.RequestBudget;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.Transformation;
import dev.couplet.transform.Value;
import dev.couplet.transform.ValueTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * A request, from its frame to its reply.
 */
final class FrameRequest extends AsyncRequest<Transformation, Reply> {

	private final FrameProtocol protocol;

	private final TransformPort transforms;

	private byte[] frame;

	// only if it is compared with the result
	private @Nullable Value value;

	private final MemoryReservation memory;

	/**
	 * Creates a request.
	 * @param protocol the protocol
	 * @param transforms the port of the protocol
	 * @param frame the content of the frame
	 * @param memory the memory reservation of the connection
	 */
	FrameRequest(FrameProtocol protocol, TransformPort transforms, byte[] frame, MemoryReservation memory) {
		super(transforms, frame.length, memory);
		this.protocol = protocol;
		this.transforms = transforms;
		this.frame = frame;
		this.memory = memory;
	}

	@Override
	protected Transformation begin(RequestBudget budget, long arrived) {
		RequestFrame request = this.transforms.read(this::read);
		// no longer needed, and possibly large
		this.frame = new byte[0];
		return this.transforms.begin(request.recipe(), request.value(), budget, arrived);
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

	@Override
	protected Reply success(Transformation work) {
		Value result = work.result();
		Reply unchanged = (this.value != null && this.value.hasBytesOf(result)) ? this.protocol.unchanged() : null;
		return (unchanged != null) ? unchanged : this.protocol.success(result);
	}

	@Override
	protected Reply failure(TransformException error) {
		return this.protocol.failure(error);
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
		answerWith(new Reply(this.protocol.failure(error).frame(), true));
		return this;
	}

}
