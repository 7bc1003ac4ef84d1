package dev.couplet.tcp;

import dev.couplet.endpoint.CoupletProperties;
import dev.couplet.endpoint.Endpoints;
import dev.couplet.transform.TransformService;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.config.EnableIntegration;

@Configuration(proxyBeanMethods = false)
@EnableIntegration
class TcpConfiguration {

	@Bean
	EventLoops eventLoops(TcpProperties properties, TransformService service) {
		return new EventLoops(properties.transport(), service::isMemoryAwaited);
	}

	@Bean
	Listeners listeners(CoupletProperties server, TcpProperties properties, MeterRegistry meters, Endpoints endpoints,
			SslBundles bundles, EventLoops loops) {
		return new Listeners(server.address(), properties, meters, endpoints, bundles, loops);
	}

}
