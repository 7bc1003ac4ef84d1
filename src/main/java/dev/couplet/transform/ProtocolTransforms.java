package dev.couplet.transform;

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
	 * Makes the view of a protocol. One for each: the numbers of a second of the same
	 * name would not be heard.
	 * @param protocol the protocol's name, in metrics and spans
	 * @return the view
	 */
	public TimedTransforms of(String protocol) {
		OpenTelemetry tracing = this.telemetry.getIfAvailable();
		return (tracing != null) ? new TracedTransforms(this.service, protocol, this.meters.getObject(), tracing)
				: new TimedTransforms(this.service, protocol, this.meters.getObject());
	}

}
