package dev.couplet.protocol.grpc;

import dev.couplet.endpoint.TransformPort;
import dev.couplet.tcp.ListenerFront;
import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;

/**
 * Creates the tracer of each call.
 */
final class CallTracers extends ServerStreamTracer.Factory {

	private static final String PREFIX = TransformsService.name() + "/";

	private final OpenCalls calls;

	private final TransformPort transforms;

	private final ListenerFront front;

	/**
	 * Creates the factory.
	 * @param calls the open calls
	 * @param transforms the port of the protocol
	 * @param front the front of the listener
	 */
	CallTracers(OpenCalls calls, TransformPort transforms, ListenerFront front) {
		this.calls = calls;
		this.transforms = transforms;
		this.front = front;
	}

	@Override
	public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
		this.calls.begun();
		return method.startsWith(PREFIX) ? new CallTracer(this.calls, this.transforms, this.front)
				: new SmallCallTracer(this.calls);
	}

}
