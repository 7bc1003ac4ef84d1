package dev.couplet.protocol.netstring;

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
@ConditionalOnBooleanProperty(name = "couplet.netstring.enabled", matchIfMissing = true)
class NetstringConfiguration {

	@Bean
	Listener netstringListener(Listeners listeners, NetstringProperties properties) {
		return listeners.create("netstring", "couplet.netstring.port", properties.port(),
				new TlsSettings("couplet.netstring", properties.sslBundle(), properties.clientAuth()));
	}

	@Bean
	TcpInboundGateway netstringGateway(Listener netstringListener, NetstringProperties properties,
			TransformService service, TransformPorts ports) {
		return new ListenerGateway(netstringListener, NetstringSerializer.forRequests(service.limit()),
				new NetstringProtocol(properties.keepAlive()), ports.open("netstring"));
	}

}
