package dev.couplet.protocol.mcp;

import dev.couplet.endpoint.CurrentClient;
import dev.couplet.endpoint.TransformPort;
import dev.couplet.endpoint.TransformPorts;
import dev.couplet.poetry.Poems;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "couplet.mcp.enabled", matchIfMissing = true)
class McpConfiguration {

	@Bean
	McpPort mcpPort(TransformPorts ports) {
		return new McpPort(ports.open("mcp", CurrentClient::isGone));
	}

	@Bean
	McpServer mcpServer(Poems poems, McpProperties properties) {
		return new McpServer(() -> poems, properties.maxResult());
	}

	/**
	 * The port of this protocol. A bean of the port's own type would be found by other
	 * protocols.
	 *
	 * @param transforms the port
	 */
	record McpPort(TransformPort transforms) {

	}

}
