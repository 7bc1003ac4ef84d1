package dev.couplet.protocol.grpc;

import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

import dev.couplet.endpoint.BearerTokens;
import dev.couplet.endpoint.CallerTrace;
import dev.couplet.endpoint.CoupletProperties;
import dev.couplet.endpoint.Endpoints;
import dev.couplet.endpoint.Phase;
import dev.couplet.endpoint.PhasedLifecycle;
import dev.couplet.endpoint.TransformPort;
import dev.couplet.endpoint.TransformPorts;
import dev.couplet.tcp.ListenerFront;
import dev.couplet.tcp.Listeners;
import dev.couplet.tcp.TlsSettings;
import dev.couplet.transform.Recipe;
import dev.couplet.transform.TransformService;
import io.grpc.Codec;
import io.grpc.DecompressorRegistry;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.grpc.server.health.GrpcServerHealth;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.server.GrpcServerFactory;
import org.springframework.grpc.server.ServerBuilderCustomizer;

@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "couplet.grpc.enabled", matchIfMissing = true)
class GrpcConfiguration {

	static final String PORT = "couplet.grpc.port";

	private static final String GRPC = "grpc";

	// the name of HTTP/2 in TLS
	private static final String HTTP_2 = "h2";

	// a recipe as steps with the longest names, and the rest of the message
	private static final int MAX_OVERHEAD = 16 * Recipe.MAX_LENGTH;

	// of a connection, if there are as many connections as there may be
	private static final int AVERAGE_CALLS = 4;

	// that of HTTP/2; what a client sends while a call of it is not read stays in memory
	private static final int FLOW_CONTROL_WINDOW = 65_535;

	// resets of calls on a connection; one that makes and cancels calls is closed
	private static final int MAX_RESETS = 200;

	private static final int RESET_SECONDS = 30;

	@Bean
	ListenerFront grpcFront(Listeners listeners, GrpcProperties properties) {
		return listeners.front(GRPC, new TlsSettings("couplet.grpc", properties.sslBundle(), properties.clientAuth()),
				HTTP_2);
	}

	@Bean
	OpenCalls openCalls(ListenerFront grpcFront) {
		return new OpenCalls(AVERAGE_CALLS * grpcFront.maxConnections());
	}

	// not the default, which is that of HTTP
	@Bean(defaultCandidate = false)
	TransformPort grpcPort(TransformPorts ports) {
		// a call that is cancelled counts as a client that has disconnected
		return ports.open(GRPC, () -> false);
	}

	@Bean
	TransformsService transformsService(@Qualifier("grpcPort") TransformPort transforms, TransformService service,
			ListenerFront grpcFront, CallerTrace traces) {
		return new TransformsService(transforms, service.catalogue(), grpcFront, traces);
	}

	@Bean
	ServerBuilderCustomizer<NettyServerBuilder> grpcMetersCustomizer(OpenCalls calls, MeterRegistry meters) {
		CallMeters callMeters = new CallMeters(calls, meters);
		return (builder) -> builder.addStreamTracerFactory(callMeters);
	}

	@Bean
	ServerBuilderCustomizer<NettyServerBuilder> grpcServerCustomizer(@Qualifier("grpcPort") TransformPort transforms,
			OpenCalls calls, ListenerFront grpcFront, GrpcProperties properties, ObjectProvider<BearerTokens> tokens) {
		int maxMessage = Math.toIntExact(transforms.limit().bytes() + MAX_OVERHEAD);
		return (builder) -> {
			builder.channelFactory(grpcFront::newSocket)
				.bossEventLoopGroup(grpcFront.loops())
				.workerEventLoopGroup(grpcFront.loops())
				.maxConcurrentCallsPerConnection(properties.maxCallsPerConnection())
				.flowControlWindow(FLOW_CONTROL_WINDOW)
				.maxRstFramesPerWindow(MAX_RESETS, RESET_SECONDS)
				.maxInboundMessageSize(maxMessage)
				// a message would be decompressed on an event loop
				.decompressorRegistry(DecompressorRegistry.emptyInstance().with(Codec.Identity.NONE, false))
				.addStreamTracerFactory(new CallTracers(calls, transforms, grpcFront))
				.intercept(new CallLimit(calls, transforms))
				.directExecutor();
			tokens.ifAvailable((known) -> builder.intercept(new TokenInterceptor(known, grpcFront)));
			setHandshakeTimeout(builder, grpcFront.timeouts());
		};
	}

	private static void setHandshakeTimeout(NettyServerBuilder builder, ListenerFront.Timeouts timeouts) {
		if (timeouts.request().isPositive()) {
			builder.handshakeTimeout(timeouts.request().toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	@Bean
	GrpcEndpoint grpcEndpoint(GrpcServerFactory factory, ListenerFront grpcFront, OpenCalls calls,
			CoupletProperties server, GrpcProperties properties, Endpoints endpoints) {
		GrpcEndpoint endpoint = new GrpcEndpoint(GRPC,
				InetSocketAddress.createUnresolved(server.address(), properties.port()), factory, grpcFront, calls);
		endpoints.add(endpoint);
		return endpoint;
	}

	// instead of Spring Boot's lifecycle, which would stop it before other endpoints
	// drain
	@Bean
	PhasedLifecycle nettyGrpcServerLifecycle(GrpcEndpoint endpoint) {
		return new PhasedLifecycle(Phase.PORTS, endpoint::start, endpoint::stop);
	}

	@Bean
	GrpcHealth grpcHealth(GrpcServerHealth health, HealthStatusManager statuses) {
		return new GrpcHealth(health, statuses);
	}

	@Bean
	PhasedLifecycle grpcHealthLifecycle(GrpcHealth health) {
		return new PhasedLifecycle(Phase.READY, health::start, health::stop);
	}

}
