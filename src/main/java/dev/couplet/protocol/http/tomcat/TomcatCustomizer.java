package dev.couplet.protocol.http.tomcat;

import java.util.Set;

import dev.couplet.endpoint.Endpoints;
import dev.couplet.endpoint.FailedRequests;
import dev.couplet.protocol.http.HttpProperties;
import org.apache.catalina.Context;
import org.apache.catalina.Pipeline;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.env.Environment;

/**
 * Sets up a Tomcat as no property does: request deadlines, the drain, problems as errors,
 * and the check of the Host header.
 */
final class TomcatCustomizer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	// a request in flight takes 120 KB, and all of them together may take a third of the
	// heap
	private static final int HEAP_FOR_EACH_CONNECTION = 400 * 1024;

	private static final int LEAST_CONNECTIONS = 100;

	private final String endpoint;

	private final Endpoints endpoints;

	private final FailedRequests failed;

	private final HttpProperties properties;

	private final ServerProperties server;

	private final JsonMapper mapper;

	private final Environment environment;

	/**
	 * Creates a customizer.
	 * @param endpoint the name of the endpoint
	 * @param endpoints to which it is added
	 * @param failed counts requests that no controller has seen
	 * @param properties the settings of Couplet
	 * @param server the settings of Spring Boot
	 * @param mapper writes problems
	 * @param environment tells whether a setting is there
	 */
	TomcatCustomizer(String endpoint, Endpoints endpoints, FailedRequests failed, HttpProperties properties,
			ServerProperties server, JsonMapper mapper, Environment environment) {
		this.endpoint = endpoint;
		this.endpoints = endpoints;
		this.failed = failed;
		this.properties = properties;
		this.server = server;
		this.mapper = mapper;
		this.environment = environment;
	}

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		if (factory.getAddress() == null) {
			// otherwise a management port would be bound to every address
			factory.setAddress(this.server.getAddress());
		}
		factory.setProtocol(DeadlineProtocol.class.getName());
		factory.addConnectorCustomizers(TomcatCustomizer::passSolidiThrough, TomcatCustomizer::continueOnlyOnRead,
				this::addEndpoint);
		if (!this.environment.containsProperty("server.tomcat.max-connections")) {
			factory.addConnectorCustomizers(TomcatCustomizer::boundConnectionsByHeap);
		}
		Set<String> hosts = this.properties.hostsAt(factory.getAddress());
		factory.addContextCustomizers((context) -> addValves(context, hosts));
	}

	private void addValves(Context context, @Nullable Set<String> hosts) {
		Pipeline pipeline = context.getParent().getPipeline();
		pipeline.addValve(new YieldingValve());
		pipeline.addValve(new ProblemValve(this.mapper, this.failed));
		if (hosts != null) {
			pipeline.addValve(new HostValve(hosts));
		}
	}

	private void addEndpoint(Connector connector) {
		if (connector.getProtocolHandler() instanceof DeadlineProtocol protocol) {
			protocol.setTimeouts(
					new RequestTimeouts(this.properties.requestTimeout(), protocol::getConnectionTimeout, this.failed));
			this.endpoints.add(new HttpEndpoint(this.endpoint, protocol));
		}
	}

	// a recipe's argument may have a '/' or a '\' in it
	private static void passSolidiThrough(Connector connector) {
		String passThrough = EncodedSolidusHandling.PASS_THROUGH.getValue();
		connector.setEncodedSolidusHandling(passThrough);
		connector.setEncodedReverseSolidusHandling(passThrough);
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
