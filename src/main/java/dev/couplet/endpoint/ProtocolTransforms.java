package dev.couplet.endpoint;

import java.util.function.BooleanSupplier;

import dev.couplet.transform.TransformService;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.beans.factory.ObjectProvider;

/**
 * The service for those who call it: a view for each protocol, which times what it does
 * and, where traces are exported, traces it.
 */
public final class ProtocolTransforms {

	private final TransformService service;

	private final ObjectProvider<MeterRegistry> meters;

	private final ObjectProvider<OpenTelemetry> telemetry;

	ProtocolTransforms(TransformService service, ObjectProvider<MeterRegistry> meters,
			ObjectProvider<OpenTelemetry> telemetry) {
		this.service = service;
		this.meters = meters;
		this.telemetry = telemetry;
	}

	/**
	 * Makes the view of a protocol that does not wait for a transformation, but abandons
	 * it by itself where its client leaves. One for each: the numbers of a second of the
	 * same name would not be heard.
	 * @param protocol the protocol's name, in metrics and spans
	 * @return the view
	 */
	public TimedTransforms of(String protocol) {
		return of(protocol, () -> false);
	}

	/**
	 * Makes the view of a protocol that waits for a transformation.
	 * @param protocol the protocol's name, in metrics and spans
	 * @param clientGone tells whether the client has left whose request is served on this
	 * thread
	 * @return the view
	 */
	public TimedTransforms of(String protocol, BooleanSupplier clientGone) {
		OpenTelemetry tracing = this.telemetry.getIfAvailable();
		MeterRegistry registry = this.meters.getObject();
		return (tracing != null) ? new TracedTransforms(this.service, protocol, registry, clientGone, tracing)
				: new TimedTransforms(this.service, protocol, registry, clientGone);
	}

}
