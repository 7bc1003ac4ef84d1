package dev.couplet.readiness;

import dev.couplet.endpoint.Phase;
import dev.couplet.endpoint.PhasedLifecycle;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReadinessConfiguration {

	@Bean
	@ConditionalOnProperty("couplet.readiness.file")
	ReadinessFile readinessFile(ReadinessProperties properties, ObjectProvider<HealthEndpoint> health,
			ApplicationAvailability availability) {
		return new ReadinessFile(properties.file(), health, availability);
	}

	@Bean
	@ConditionalOnProperty("couplet.readiness.file")
	PhasedLifecycle readinessFileLifecycle(ReadinessFile file) {
		return new PhasedLifecycle(Phase.READY, file::start, file::stop);
	}

}
