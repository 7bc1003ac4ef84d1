package dev.couplet.protocol.mcp;

import dev.couplet.endpoint.CurrentClient;
import dev.couplet.endpoint.TransformPort;
import dev.couplet.endpoint.TransformPorts;
import dev.couplet.poetry.Poems;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "couplet.mcp.enabled", matchIfMissing = true)
class McpConfiguration {

	// not the default, which is that of HTTP
	@Bean(defaultCandidate = false)
	TransformPort mcpPort(TransformPorts ports) {
		return ports.open("mcp", CurrentClient::isGone);
	}

	@Bean
	RequestMeters requestMeters(MeterRegistry meters) {
		return new RequestMeters(meters);
	}

	@Bean
	McpServer mcpServer(Poems poems, McpProperties properties) {
		return new McpServer(() -> poems, properties.maxResult());
	}

}
