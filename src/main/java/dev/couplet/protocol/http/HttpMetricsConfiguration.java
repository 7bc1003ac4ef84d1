package dev.couplet.protocol.http;

import dev.couplet.endpoint.FailedRequests;
import dev.couplet.endpoint.ProtocolTransforms;
import dev.couplet.endpoint.TimedTransforms;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.coyote.AbstractProtocol;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The metrics that every protocol has, for HTTP.
 */
@Configuration(proxyBeanMethods = false)
class HttpMetricsConfiguration {

	private static final String HTTP = "http";

	@Bean
	TimedTransforms httpTransforms(ProtocolTransforms protocols) {
		return protocols.of(HTTP, CurrentClient::isGone);
	}

	@Bean
	FailedRequests failedHttpRequests(MeterRegistry meters) {
		return new FailedRequests(HTTP, meters);
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectionGauge(MeterRegistry meters) {
		return (factory) -> factory.addConnectorCustomizers((connector) -> {
			if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
				Gauge.builder("couplet.connections", protocol, AbstractProtocol::getConnectionCount)
					.description("Clients that are connected")
					.tag("listener", HTTP)
					.register(meters);
				Gauge.builder("couplet.connections.max", protocol, AbstractProtocol::getMaxConnections)
					.description("Clients that may be connected")
					.tag("listener", HTTP)
					.register(meters);
			}
		});
	}

}
