package dev.couplet.endpoint;

import java.time.Duration;

import dev.couplet.transform.TransformService;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EndpointConfiguration {

	// for the replies to requests that are refused because the time to drain is up
	private static final Duration LAST_REPLIES = Duration.ofSeconds(1);

	@Bean
	Endpoints endpoints(MeterRegistry meters, HealthContributorRegistry health) {
		return new Endpoints(meters, health);
	}

	@Bean
	TransformPorts transformPorts(TransformService service, MeterRegistry meters,
			ObjectProvider<PrometheusRegistry> prometheus, ObjectProvider<OpenTelemetry> telemetry) {
		TransformPorts ports = new TransformPorts(service, meters, telemetry.getIfAvailable());
		prometheus.ifAvailable((registry) -> registry.register(ports.latencies()));
		return ports;
	}

	@Bean
	MemoryMeters memoryMeters() {
		return new MemoryMeters();
	}

	@Bean
	CallerTrace callerTrace(ObjectProvider<OpenTelemetry> telemetry) {
		return new CallerTrace(telemetry.getIfAvailable());
	}

	@Bean
	PhasedLifecycle serviceLifecycle(TransformService service, Endpoints endpoints) {
		return new PhasedLifecycle(Phase.SERVICE, service::start, () -> {
			if (service.stop()) {
				endpoints.awaitDrain(LAST_REPLIES);
			}
		});
	}

	@Bean
	PhasedLifecycle drainLifecycle(Endpoints endpoints) {
		return new PhasedLifecycle(Phase.DRAIN, () -> {
		}, endpoints::drain);
	}

	@Bean
	PhasedLifecycle startupLog(Endpoints endpoints) {
		return new PhasedLifecycle(Phase.READY, endpoints::logEndpoints, () -> {
		});
	}

}
