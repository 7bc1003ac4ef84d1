package dev.couplet.protocol.grpc;

import java.time.Duration;

import dev.couplet.endpoint.TransformPort;
import dev.couplet.transform.UnavailableException;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;

/**
 * Refuses calls over the limit for all connections together: an idle stream takes memory
 * for as long as its client wishes.
 */
final class CallLimit implements ServerInterceptor {

	private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

	private final OpenCalls calls;

	private final TransformPort transforms;

	/**
	 * Creates the limit.
	 * @param calls the open calls
	 * @param transforms counts the calls that are refused
	 */
	CallLimit(OpenCalls calls, TransformPort transforms) {
		this.calls = calls;
		this.transforms = transforms;
	}

	@Override
	public <Q, R> ServerCall.Listener<Q> interceptCall(ServerCall<Q, R> call, Metadata headers,
			ServerCallHandler<Q, R> next) {
		if (!this.calls.areTooMany()) {
			return next.startCall(call, headers);
		}
		UnavailableException overloaded = UnavailableException.overloaded(RETRY_AFTER);
		this.transforms.reject(overloaded);
		GrpcErrors.close(call, GrpcErrors.status(overloaded));
		return new ServerCall.Listener<>() {
		};
	}

}
