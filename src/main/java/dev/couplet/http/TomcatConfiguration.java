package dev.couplet.http;

import java.time.Duration;

import dev.couplet.transform.FailedRequests;
import org.apache.catalina.Pipeline;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What Tomcat is told that no property tells it.
 */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatCustomizer(JsonMapper mapper, FailedRequests failed,
			HttpProperties properties, HttpDrain drain) {
		return (factory) -> {
			factory.setProtocol(DeadlineProtocol.class.getName());
			factory.addConnectorCustomizers(TomcatConfiguration::passSolidiThrough,
					TomcatConfiguration::continueOnlyOnRead,
					(connector) -> boundRequests(connector, properties.requestTimeout(), failed, drain));
			factory.addContextCustomizers((context) -> {
				Pipeline pipeline = context.getParent().getPipeline();
				pipeline.addValve(new YieldingValve(Thread::yield));
				pipeline.addValve(new ProblemValve(mapper, failed));
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

	// a client that asks first (Expect: 100-continue) is told that its body is too large
	// before it sends it
	private static void continueOnlyOnRead(Connector connector) {
		if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
			protocol.setContinueResponseTiming("onRead");
		}
	}

}
