package dev.couplet.protocol.grpc;

import dev.couplet.transform.MemoryReservation;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;

/**
 * Bounds the messages of services other than ours, such as the health: no memory is
 * reserved for them.
 */
final class SmallCallTracer extends ServerStreamTracer {

	private static final int MAX_SIZE = MemoryReservation.UNCOUNTED_SIZE;

	private final OpenCalls calls;

	private long arrived;

	SmallCallTracer(OpenCalls calls) {
		this.calls = calls;
	}

	// what it throws ends the call
	@Override
	public void inboundWireSize(long bytes) {
		this.arrived += bytes;
		if (this.arrived > MAX_SIZE) {
			throw Status.RESOURCE_EXHAUSTED
				.withDescription("a message to this service has at most " + MAX_SIZE + " bytes")
				.asRuntimeException();
		}
	}

	@Override
	public void inboundMessageRead(int number, long wireSize, long size) {
		this.arrived = 0;
	}

	@Override
	public void streamClosed(Status status) {
		this.calls.ended();
	}

}
