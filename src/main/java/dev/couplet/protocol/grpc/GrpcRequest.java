package dev.couplet.protocol.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import dev.couplet.endpoint.AsyncRequest;
import dev.couplet.endpoint.TransformPort;
import dev.couplet.transform.ExpensiveWork;
import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.RequestBudget;
import dev.couplet.transform.TransformException;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/**
 * A request, from its message to its response.
 *
 * @param <W> the work
 */
final class GrpcRequest<W extends ExpensiveWork> extends AsyncRequest<W, GrpcRequest.Outcome> {

	private final GrpcMethod<W> method;

	private final TransformPort transforms;

	private final MemoryReservation memory;

	private final Context trace;

	private byte[] message;

	/**
	 * Creates a request.
	 * @param method the method
	 * @param transforms the port of the protocol
	 * @param message the bytes of the message
	 * @param memory the memory reservation of the call
	 * @param trace the trace context of the call
	 */
	GrpcRequest(GrpcMethod<W> method, TransformPort transforms, byte[] message, MemoryReservation memory,
			Context trace) {
		super(transforms, message.length, memory);
		this.method = method;
		this.transforms = transforms;
		this.message = message;
		this.memory = memory;
		this.trace = trace;
	}

	@Override
	protected W begin(RequestBudget budget, long arrived) {
		byte[] bytes = this.message;
		// no longer needed, and possibly large
		this.message = new byte[0];
		try (Scope _ = this.trace.makeCurrent()) {
			return this.method.begin(bytes, budget, this.memory, arrived);
		}
		catch (InvalidProtocolBufferException ex) {
			return this.transforms.read(() -> {
				throw new MalformedTextException(
						"the message is not one of the method's type, or a string in it is not UTF-8");
			});
		}
	}

	@Override
	protected Outcome success(W work) {
		return new Response(this.method.response(work));
	}

	@Override
	protected Outcome failure(TransformException error) {
		return new Failure(error);
	}

	/**
	 * What has become of a request.
	 */
	sealed interface Outcome {

	}

	/**
	 * A success.
	 *
	 * @param message the response
	 */
	record Response(MessageLite message) implements Outcome {

	}

	/**
	 * A failure.
	 *
	 * @param error the error
	 */
	record Failure(TransformException error) implements Outcome {

	}

}
