package dev.couplet.protocol.http.tomcat;

import java.time.Duration;
import java.util.Set;

import dev.couplet.endpoint.FailedRequests;
import dev.couplet.protocol.http.HttpProperties;
import org.apache.catalina.Pipeline;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * What Tomcat is told that no property tells it.
 */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

	// a request on its way takes 120 KB, and together they may take a third of the heap
	private static final int HEAP_FOR_EACH_CONNECTION = 400 * 1024;

	private static final int LEAST_CONNECTIONS = 100;

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatCustomizer(JsonMapper mapper, FailedRequests failed,
			HttpProperties properties, ServerProperties server, HttpDrain drain, Environment environment) {
		return (factory) -> {
			if (factory.getAddress() == null) {
				// or the management would be open to everybody as soon as it has a port
				// of
				// its own
				factory.setAddress(server.getAddress());
			}
			factory.setProtocol(DeadlineProtocol.class.getName());
			factory.addConnectorCustomizers(TomcatConfiguration::passSolidiThrough,
					TomcatConfiguration::continueOnlyOnRead,
					(connector) -> boundRequests(connector, properties.requestTimeout(), failed, drain));
			if (!environment.containsProperty("server.tomcat.max-connections")) {
				factory.addConnectorCustomizers(TomcatConfiguration::boundConnectionsByHeap);
			}
			factory.addContextCustomizers((context) -> {
				Pipeline pipeline = context.getParent().getPipeline();
				pipeline.addValve(new YieldingValve(Thread::yield));
				pipeline.addValve(new ProblemValve(mapper, failed));
				Set<String> hosts = properties.hostsAt(factory.getAddress());
				if (hosts != null) {
					pipeline.addValve(new HostValve(hosts));
				}
			});
		};
	}

	// a recipe's argument may have a '/' or a '\' in it
	private static void passSolidiThrough(Connector connector) {
		String passThrough = EncodedSolidusHandling.PASS_THROUGH.getValue();
		connector.setEncodedSolidusHandling(passThrough);
		connector.setEncodedReverseSolidusHandling(passThrough);
	}

	private static void boundRequests(Connector connector, Duration timeout, FailedRequests failed, HttpDrain drain) {
		if (connector.getProtocolHandler() instanceof DeadlineProtocol protocol) {
			protocol.bound(new RequestDeadline(timeout, protocol::getConnectionTimeout, failed));
			drain.add(protocol);
		}
	}

	private static void boundConnectionsByHeap(Connector connector) {
		if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
			protocol.setMaxConnections(Math.clamp(Runtime.getRuntime().maxMemory() / HEAP_FOR_EACH_CONNECTION,
					LEAST_CONNECTIONS, protocol.getMaxConnections()));
		}
	}

	// a client that asks first (Expect: 100-continue) is told that its body is too large
	// before it sends it
	private static void continueOnlyOnRead(Connector connector) {
		if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
			protocol.setContinueResponseTiming("onRead");
		}
	}

}
