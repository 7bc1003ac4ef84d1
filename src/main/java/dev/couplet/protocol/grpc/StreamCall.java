package dev.couplet.protocol.grpc;

import java.util.concurrent.TimeUnit;

import com.google.protobuf.MessageLite;
import dev.couplet.endpoint.TransformPort;
import dev.couplet.protocol.grpc.v1.TransformResponse;
import dev.couplet.protocol.grpc.v1.TransformStreamResponse;
import dev.couplet.transform.Transformation;
import dev.couplet.transform.UnavailableException;
import io.grpc.ServerCall;
import io.netty.util.concurrent.EventExecutor;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * A stream of requests, which are served one after the other. The next one is read when
 * the client has taken the response, so that a client that does not read holds up nobody
 * else.
 */
final class StreamCall extends OpenCall {

	// in bytes of requests, with a constant overhead for each, that are served in a row
	private static final int SLICE = 16 * 1024;

	private static final int REQUEST_OVERHEAD = 256;

	/**
	 * The time without a request after which a stream ends at shutdown: the next request
	 * may be in flight.
	 */
	private static final long GRACE_MILLIS = 100;

	/**
	 * The time after which a stream that is never idle ends at shutdown after a response.
	 */
	private static final long BUSY_MILLIS = 1000;

	private final TransformMethod method;

	private final TransformPort transforms;

	private final Context trace;

	private final EventExecutor later;

	private @Nullable GrpcRequest<Transformation> request;

	private int slice;

	private boolean blocked;

	private boolean halfClosed;

	private boolean draining;

	private boolean ending;

	// so that an old task does not end a stream that has been busy since
	private int served;

	StreamCall(ServerCall<byte[], MessageLite> call, CallTracer tracer, TransformMethod method,
			TransformPort transforms, Context trace, EventExecutor later) {
		super(call, tracer);
		this.method = method;
		this.transforms = transforms;
		this.trace = trace;
		this.later = later;
		call.request(1);
	}

	@Override
	public synchronized void onMessage(byte[] message) {
		tracer().received();
		this.slice += REQUEST_OVERHEAD + message.length;
		this.served++;
		GrpcRequest<Transformation> current = new GrpcRequest<>(this.method, this.transforms, message,
				tracer().memory(), this.trace);
		this.request = current;
		serve(current);
	}

	@Override
	void reply(GrpcRequest.Outcome outcome) {
		this.request = null;
		TransformStreamResponse.Builder response = TransformStreamResponse.newBuilder();
		switch (outcome) {
			case GrpcRequest.Response result -> response.setResult((TransformResponse) result.message());
			case GrpcRequest.Failure failure -> response.setFailure(GrpcErrors.inStream(failure.error()));
		}
		send(response.build());
		this.blocked = true;
		if (isReady()) {
			onReady();
		}
	}

	@Override
	public synchronized void onReady() {
		if (this.blocked) {
			this.blocked = false;
			tracer().sent();
			readNext();
		}
	}

	private void readNext() {
		if (this.halfClosed) {
			end();
		}
		else if (this.ending) {
			fail(UnavailableException.shuttingDown());
		}
		else if (this.slice > SLICE) {
			this.slice = 0;
			// scheduled tasks run after an event loop has polled its sockets
			this.later.schedule(this::request, 0, TimeUnit.NANOSECONDS);
		}
		else {
			request();
		}
		if (this.draining) {
			endWhenIdle();
		}
	}

	@Override
	public synchronized void onHalfClose() {
		this.halfClosed = true;
		if (this.request == null && !this.blocked) {
			end();
		}
	}

	@Override
	public void onCancel() {
		GrpcRequest<Transformation> current = this.request;
		if (current != null) {
			current.abandon();
		}
	}

	@Override
	synchronized void drain() {
		this.draining = true;
		this.later.schedule(this::endAfterResponse, BUSY_MILLIS, TimeUnit.MILLISECONDS);
		if (!isServing()) {
			endWhenIdle();
		}
	}

	private synchronized void endAfterResponse() {
		this.ending = true;
	}

	private void endWhenIdle() {
		int before = this.served;
		this.later.schedule(() -> endIfIdleSince(before), GRACE_MILLIS, TimeUnit.MILLISECONDS);
	}

	private synchronized void endIfIdleSince(int before) {
		if (this.served == before && !isServing()) {
			fail(UnavailableException.shuttingDown());
		}
	}

	private boolean isServing() {
		return this.request != null || this.blocked;
	}

}
