package dev.couplet.readiness;

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

}
