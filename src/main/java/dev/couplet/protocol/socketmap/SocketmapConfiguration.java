package dev.couplet.protocol.socketmap;

import dev.couplet.endpoint.TransformPorts;
import dev.couplet.tcp.Listener;
import dev.couplet.tcp.ListenerGateway;
import dev.couplet.tcp.Listeners;
import dev.couplet.tcp.NetstringSerializer;
import dev.couplet.tcp.TlsSettings;
import dev.couplet.transform.TransformService;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.ip.tcp.inbound.TcpInboundGateway;

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
			TransformService service, TransformPorts ports) {
		return new ListenerGateway(socketmapListener, NetstringSerializer.forRequests(service.limit()),
				new SocketmapProtocol(properties.unchanged()), ports.open("socketmap"), properties.maxSessionAge());
	}

}
