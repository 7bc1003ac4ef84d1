package dev.couplet.tcp;

import dev.couplet.endpoint.CoupletProperties;
import dev.couplet.endpoint.Endpoints;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.config.EnableIntegration;

@Configuration(proxyBeanMethods = false)
@EnableIntegration
class TcpConfiguration {

	@Bean
	EventLoops eventLoops(TcpProperties properties) {
		return new EventLoops(properties.transport());
	}

	@Bean
	Listeners listeners(CoupletProperties server, TcpProperties properties, MeterRegistry meters, Endpoints endpoints,
			SslBundles bundles, EventLoops loops) {
		return new Listeners(server.address(), properties, meters, endpoints, bundles, loops);
	}

}
