package dev.couplet.protocol.grpc;

import com.google.protobuf.MessageLite;
import com.google.rpc.Code;
import dev.couplet.endpoint.FailureReason;
import dev.couplet.endpoint.TransformPort;
import dev.couplet.transform.ExpensiveWork;
import io.grpc.ServerCall;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * A call with one request and one response.
 *
 * @param <W> the work
 */
final class UnaryCall<W extends ExpensiveWork> extends OpenCall {

	private final GrpcMethod<W> method;

	private final TransformPort transforms;

	private final Context trace;

	private @Nullable GrpcRequest<W> request;

	UnaryCall(ServerCall<byte[], MessageLite> call, CallTracer tracer, GrpcMethod<W> method, TransformPort transforms,
			Context trace) {
		super(call, tracer);
		this.method = method;
		this.transforms = transforms;
		this.trace = trace;
		tracer.receiving();
		// a second one shows that the client is wrong
		call.request(2);
	}

	@Override
	public synchronized void onMessage(byte[] message) {
		if (this.request != null) {
			tracer().count(FailureReason.MALFORMED_REQUEST);
			fail(Code.INVALID_ARGUMENT, FailureReason.MALFORMED_REQUEST, "the call has more than one request");
			return;
		}
		this.request = new GrpcRequest<>(this.method, this.transforms, message, tracer().memory(), this.trace);
	}

	@Override
	public synchronized void onHalfClose() {
		tracer().received();
		GrpcRequest<W> current = this.request;
		if (isClosed()) {
			return;
		}
		if (current == null) {
			tracer().count(FailureReason.MALFORMED_REQUEST);
			fail(Code.INVALID_ARGUMENT, FailureReason.MALFORMED_REQUEST, "the call has no request");
			return;
		}
		serve(current);
	}

	@Override
	void reply(GrpcRequest.Outcome outcome) {
		switch (outcome) {
			case GrpcRequest.Response response -> {
				send(response.message());
				end();
			}
			case GrpcRequest.Failure failure -> fail(failure.error());
		}
	}

	@Override
	public void onCancel() {
		GrpcRequest<W> current = this.request;
		if (current != null) {
			current.abandon();
		}
	}

	@Override
	void drain() {
		// the call ends by itself
	}

}
