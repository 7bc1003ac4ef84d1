package dev.couplet.protocol.http.tomcat;

import dev.couplet.endpoint.BearerTokens;
import dev.couplet.endpoint.Endpoints;
import dev.couplet.endpoint.FailedRequests;
import dev.couplet.protocol.http.HttpProperties;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

	@Bean
	TomcatCustomizer tomcatCustomizer(Endpoints endpoints, FailedRequests failed, HttpProperties properties,
			ServerProperties server, JsonMapper mapper, ObjectProvider<BearerTokens> tokens,
			ApplicationContext context) {
		// a separate management port is served in a child context
		String name = (context.getParent() != null) ? "management" : "http";
		return new TomcatCustomizer(name, endpoints, failed, properties, server, mapper, context.getEnvironment(),
				tokens.getIfAvailable());
	}

}
