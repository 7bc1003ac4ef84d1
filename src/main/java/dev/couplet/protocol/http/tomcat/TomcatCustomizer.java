package dev.couplet.protocol.http.tomcat;

import java.util.Set;

import dev.couplet.endpoint.BearerTokens;
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
 * Configures what Tomcat has no properties for: request deadlines, the drain, problem
 * details as errors, and the checks of the Host header, of the token and of the query.
 */
final class TomcatCustomizer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	// a request in flight takes 120 KB, and all together may take a third of the heap
	private static final int HEAP_PER_CONNECTION = 400 * 1024;

	private static final int MIN_CONNECTIONS = 100;

	private final String endpoint;

	private final Endpoints endpoints;

	private final FailedRequests failed;

	private final HttpProperties properties;

	private final ServerProperties server;

	private final JsonMapper mapper;

	private final Environment environment;

	private final @Nullable BearerTokens tokens;

	/**
	 * Creates a customizer.
	 * @param endpoint the name of the endpoint
	 * @param endpoints the endpoints to add it to
	 * @param failed counts requests that fail before they reach a controller
	 * @param properties the settings of Couplet
	 * @param server the settings of Spring Boot
	 * @param mapper serializes problem details
	 * @param environment the environment, to check whether a setting is present
	 * @param tokens the tokens that clients need; null if they need none
	 */
	TomcatCustomizer(String endpoint, Endpoints endpoints, FailedRequests failed, HttpProperties properties,
			ServerProperties server, JsonMapper mapper, Environment environment, @Nullable BearerTokens tokens) {
		this.endpoint = endpoint;
		this.endpoints = endpoints;
		this.failed = failed;
		this.properties = properties;
		this.server = server;
		this.mapper = mapper;
		this.environment = environment;
		this.tokens = tokens;
	}

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		if (factory.getAddress() == null) {
			// otherwise a management port would be bound to all addresses
			factory.setAddress(this.server.getAddress());
		}
		factory.setProtocol(DeadlineProtocol.class.getName());
		factory.addConnectorCustomizers(TomcatCustomizer::passEncodedSlashesThrough,
				TomcatCustomizer::continueOnlyOnRead, this::addEndpoint);
		if (!this.environment.containsProperty("server.tomcat.max-connections")) {
			factory.addConnectorCustomizers(TomcatCustomizer::limitConnectionsByHeap);
		}
		Set<String> hosts = this.properties.acceptedHosts(factory.getAddress());
		factory.addContextCustomizers((context) -> addValves(context, hosts));
	}

	private void addValves(Context context, @Nullable Set<String> hosts) {
		Pipeline pipeline = context.getParent().getPipeline();
		pipeline.addValve(new YieldingValve());
		pipeline.addValve(new ProblemValve(this.mapper, this.failed));
		if (hosts != null) {
			pipeline.addValve(new HostValve(hosts));
		}
		if (this.tokens != null) {
			pipeline.addValve(new TokenValve(this.tokens));
		}
		pipeline.addValve(new QueryValve());
	}

	private void addEndpoint(Connector connector) {
		if (connector.getProtocolHandler() instanceof DeadlineProtocol protocol) {
			protocol.setTimeouts(
					new RequestTimeouts(this.properties.requestTimeout(), protocol::getConnectionTimeout, this.failed));
			this.endpoints.add(new HttpEndpoint(this.endpoint, protocol));
		}
	}

	// an argument of a recipe may contain '/' or '\'
	private static void passEncodedSlashesThrough(Connector connector) {
		String passThrough = EncodedSolidusHandling.PASS_THROUGH.getValue();
		connector.setEncodedSolidusHandling(passThrough);
		connector.setEncodedReverseSolidusHandling(passThrough);
	}

	private static void limitConnectionsByHeap(Connector connector) {
		if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
			protocol.setMaxConnections(Math.clamp(Runtime.getRuntime().maxMemory() / HEAP_PER_CONNECTION,
					MIN_CONNECTIONS, protocol.getMaxConnections()));
		}
	}

	// so that a client with "Expect: 100-continue" learns before it sends the body that
	// it is too large
	private static void continueOnlyOnRead(Connector connector) {
		if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
			protocol.setContinueResponseTiming("onRead");
		}
	}

}
