package dev.couplet.protocol.socketmap;

import java.nio.file.Path;
import java.util.Objects;

import dev.couplet.endpoint.TransformPort;
import dev.couplet.endpoint.TransformPorts;
import dev.couplet.tcp.Listener;
import dev.couplet.tcp.ListenerGateway;
import dev.couplet.tcp.Listeners;
import dev.couplet.tcp.NetstringSerializer;
import dev.couplet.tcp.TlsSettings;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.integration.ip.tcp.inbound.TcpInboundGateway;
import org.springframework.util.StringUtils;

@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "couplet.socketmap.enabled", matchIfMissing = true)
class SocketmapConfiguration {

	@Bean
	Listener socketmapListener(Listeners listeners, SocketmapProperties properties) {
		return listeners.create("socketmap", "couplet.socketmap.port", properties.port(),
				new TlsSettings("couplet.socketmap", properties.sslBundle(), properties.clientAuth()));
	}

	@Bean
	TcpInboundGateway socketmapGateway(Listener socketmapListener, SocketmapProperties properties,
			TransformPorts ports) {
		return gateway(socketmapListener, properties, ports);
	}

	private static TcpInboundGateway gateway(Listener listener, SocketmapProperties properties, TransformPorts ports) {
		TransformPort transforms = ports.open(listener.name());
		return new ListenerGateway(listener, NetstringSerializer.forRequests(transforms.limit()),
				new SocketmapProtocol(properties.unchanged()), transforms, properties.maxSessionAge());
	}

	/**
	 * The Unix domain socket, which is served in addition to the port.
	 */
	@Configuration(proxyBeanMethods = false)
	@Conditional(PathIsSet.class)
	static class UnixSocketConfiguration {

		@Bean
		Listener socketmapUnixListener(Listeners listeners, SocketmapProperties properties) {
			Path path = Objects.requireNonNull(properties.path());
			return listeners.create("socketmap-unix", PathIsSet.PROPERTY, path);
		}

		@Bean
		TcpInboundGateway socketmapUnixGateway(Listener socketmapUnixListener, SocketmapProperties properties,
				TransformPorts ports) {
			return gateway(socketmapUnixListener, properties, ports);
		}

	}

	/**
	 * An empty path is the same as none.
	 */
	private static final class PathIsSet implements Condition {

		static final String PROPERTY = "couplet.socketmap.path";

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return StringUtils.hasText(context.getEnvironment().getProperty(PROPERTY));
		}

	}

}
