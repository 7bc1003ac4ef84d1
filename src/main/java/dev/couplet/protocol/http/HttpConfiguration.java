package dev.couplet.protocol.http;

import dev.couplet.endpoint.CurrentClient;
import dev.couplet.endpoint.FailedRequests;
import dev.couplet.endpoint.TransformPort;
import dev.couplet.endpoint.TransformPorts;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

	private static final String HTTP = "http";

	@Bean
	TransformPort httpPort(TransformPorts ports) {
		return ports.open(HTTP, CurrentClient::isGone);
	}

	@Bean
	FailedRequests failedHttpRequests(MeterRegistry meters) {
		return new FailedRequests(HTTP, meters);
	}

}
