package dev.couplet.protocol.grpc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import dev.couplet.protocol.grpc.v1.TransformsGrpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * The metrics of calls: those that have ended by method and status
 * ({@code couplet.grpc.calls}), those that are open, and how many there may be.
 */
final class CallMeters extends ServerStreamTracer.Factory {

	/** The name for methods that the service does not have, and for other services. */
	private static final String OTHER = "OTHER";

	private final Map<String, ServerStreamTracer> counters;

	private final ServerStreamTracer others;

	/**
	 * Registers the meters.
	 * @param calls the open calls
	 * @param meters the registry
	 */
	CallMeters(OpenCalls calls, MeterRegistry meters) {
		this.counters = TransformsGrpc.getServiceDescriptor()
			.getMethods()
			.stream()
			.collect(Collectors.toMap(MethodDescriptor::getFullMethodName,
					(method) -> new CallCounter(String.valueOf(method.getBareMethodName()), meters)));
		this.others = new CallCounter(OTHER, meters);
		Gauge.builder("couplet.grpc.calls.open", calls, OpenCalls::count).description("Open calls").register(meters);
		Gauge.builder("couplet.grpc.calls.max", calls, OpenCalls::maximum)
			.description("Calls that may be open at a time")
			.register(meters);
	}

	@Override
	public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
		return this.counters.getOrDefault(method, this.others);
	}

	/**
	 * Counts the calls of a method. It knows nothing of a single call, so all of them
	 * share one.
	 */
	private static final class CallCounter extends ServerStreamTracer {

		private final String method;

		private final MeterRegistry meters;

		private final Map<Status.Code, Counter> byStatus = new ConcurrentHashMap<>();

		CallCounter(String method, MeterRegistry meters) {
			this.method = method;
			this.meters = meters;
		}

		@Override
		public void streamClosed(Status status) {
			this.byStatus.computeIfAbsent(status.getCode(), this::register).increment();
		}

		private Counter register(Status.Code status) {
			return Counter.builder("couplet.grpc.calls")
				.description("Calls that have ended")
				.tag("method", this.method)
				.tag("status", status.name())
				.register(this.meters);
		}

	}

}
