package dev.couplet.protocol.http.tomcat;

import dev.couplet.endpoint.Endpoints;
import dev.couplet.endpoint.FailedRequests;
import dev.couplet.protocol.http.HttpProperties;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Sets up the second Tomcat that serves {@code management.server.port} in a context of
 * its own.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementPortConfiguration {

	@Bean
	TomcatCustomizer managementTomcatCustomizer(Endpoints endpoints, FailedRequests failed, HttpProperties properties,
			ServerProperties server, JsonMapper mapper, Environment environment) {
		return new TomcatCustomizer("management", endpoints, failed, properties, server, mapper, environment);
	}

}
