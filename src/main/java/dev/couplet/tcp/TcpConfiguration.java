package dev.couplet.tcp;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.integration.config.EnableIntegration;

@Configuration(proxyBeanMethods = false)
@EnableIntegration
class TcpConfiguration {

	@Bean
	EventLoops eventLoops(TcpProperties properties) {
		return new EventLoops(properties.tcp().transport());
	}

	@Bean
	Listeners listeners(TcpProperties properties, MeterRegistry meters, HealthContributorRegistry health,
			SslBundles bundles, EventLoops loops) {
		return new Listeners(properties, meters, health, bundles, loops);
	}

	@Bean
	StartLine startLine(Listeners listeners, Environment environment) {
		return new StartLine(listeners, environment);
	}

	@Bean
	ListenerDrain listenerDrain(Listeners listeners) {
		return new ListenerDrain(listeners);
	}

}
