package dev.couplet.protocol.http.tomcat;

import dev.couplet.endpoint.Endpoints;
import dev.couplet.endpoint.FailedRequests;
import dev.couplet.protocol.http.HttpProperties;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

	@Bean
	TomcatCustomizer tomcatCustomizer(Endpoints endpoints, FailedRequests failed, HttpProperties properties,
			ServerProperties server, JsonMapper mapper, Environment environment) {
		return new TomcatCustomizer("http", endpoints, failed, properties, server, mapper, environment);
	}

}
