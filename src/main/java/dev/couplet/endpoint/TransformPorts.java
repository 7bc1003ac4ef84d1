package dev.couplet.endpoint;

import java.util.function.BooleanSupplier;

import dev.couplet.transform.TransformService;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import org.jspecify.annotations.Nullable;

/**
 * Opens the {@link TransformPort}s of protocols.
 */
public final class TransformPorts {

	private final TransformService service;

	private final MeterRegistry meters;

	private final Latencies latencies = new Latencies();

	private final @Nullable OpenTelemetry telemetry;

	/**
	 * Creates the factory.
	 * @param service the service
	 * @param meters the registry for metrics
	 * @param telemetry the destination of spans, or null for no traces
	 */
	public TransformPorts(TransformService service, MeterRegistry meters, @Nullable OpenTelemetry telemetry) {
		this.service = service;
		this.meters = meters;
		this.telemetry = telemetry;
	}

	Latencies latencies() {
		return this.latencies;
	}

	/**
	 * Opens the port of a protocol that does not block, and that itself abandons the work
	 * of clients that disconnect. It counts these clients when their connection ends.
	 * Call this once for a protocol.
	 * @param protocol the protocol's name in metrics and spans
	 * @return the port
	 */
	public TransformPort open(String protocol) {
		return open(protocol, null);
	}

	/**
	 * Opens the port of a protocol that blocks until a request has a result. Call this
	 * once for a protocol.
	 * @param protocol the protocol's name in metrics and spans
	 * @param clientGone returns whether the client of the current thread's request has
	 * disconnected; null if the protocol abandons work itself
	 * @return the port
	 */
	public TransformPort open(String protocol, @Nullable BooleanSupplier clientGone) {
		TransformMeters metered = new TransformMeters(protocol, this.meters, this.latencies.of(protocol));
		return (this.telemetry != null) ? new TracedPort(this.service, metered, clientGone, protocol, this.telemetry)
				: new MeteredPort(this.service, metered, clientGone);
	}

}
