package dev.couplet.transform.remote;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import dev.couplet.transform.Kind;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.apache.hc.core5.http.ContentType;

/**
 * The transforms that other servers make.
 */
public final class RemoteTransforms implements TransformLibrary, AutoCloseable {

	/**
	 * How long a server is not called after it has failed repeatedly.
	 */
	private static final Duration PAUSE = Duration.ofSeconds(5);

	private static final int WINDOW = 20;

	private static final int MIN_CALLS = 5;

	private static final int CALLS_AFTER_PAUSE = 3;

	// longer than any timeout
	private static final Duration MAX_TRIAL = Duration.ofMinutes(2);

	// longer than any timeout, because a late server is a failed one here
	private static final Duration NEVER_SLOW = Duration.ofHours(1);

	// the cost of an exchange in nanoseconds, and for each byte
	private static final int CALL_COST = 100_000;

	private static final int WEIGHT = 10;

	private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
		.slidingWindowSize(WINDOW)
		.minimumNumberOfCalls(MIN_CALLS)
		.slowCallDurationThreshold(NEVER_SLOW)
		.waitDurationInOpenState(PAUSE)
		.permittedNumberOfCallsInHalfOpenState(CALLS_AFTER_PAUSE)
		.maxWaitDurationInHalfOpenState(MAX_TRIAL)
		.automaticTransitionFromOpenToHalfOpenEnabled(true)
		.recordException(RemoteServer::isFault)
		.ignoreException(RemoteServer::saysNothing)
		.build());

	private final BulkheadRegistry places = BulkheadRegistry.ofDefaults();

	private final List<RemoteServer> servers;

	/**
	 * Creates the transforms. No server is called before its transform is used.
	 * @param definitions the definitions, with unique names
	 */
	public RemoteTransforms(List<RemoteTransform> definitions) {
		this.servers = definitions.stream().map(this::server).toList();
	}

	private RemoteServer server(RemoteTransform definition) {
		Bulkhead place = this.places.bulkhead(definition.name(),
				BulkheadConfig.custom()
					.maxConcurrentCalls(definition.maxConcurrent())
					.maxWaitDuration(definition.timeout().dividedBy(2))
					.build());
		return new RemoteServer(definition, exchanges(definition), this.breakers.circuitBreaker(definition.name()),
				place);
	}

	private static Exchanges exchanges(RemoteTransform definition) {
		RemoteUri uri = definition.uri();
		return switch (uri.protocol()) {
			case NETSTRING -> new FrameExchanges(uri, (reply, value) -> reply);
			case SOCKETMAP -> new FrameExchanges(uri, SocketmapReply::result);
			case HTTP ->
				new HttpExchanges(uri, contentType(definition.takes()), definition.maxConcurrent(), definition.token());
		};
	}

	private static ContentType contentType(Kind<?> kind) {
		return (kind == Kind.TEXT) ? ContentType.create("text/plain", StandardCharsets.UTF_8)
				: ContentType.APPLICATION_OCTET_STREAM;
	}

	@Override
	public List<Transform> transforms() {
		return this.servers.stream().map(RemoteTransforms::transform).toList();
	}

	private static Transform transform(RemoteServer server) {
		return Transform.named(server.name(), server.definition().takes(), server.definition().gives())
			.describedAs("Sends the value to another server, and gives its reply.")
			.weighing(WEIGHT)
			.callCost(CALL_COST)
			.waiting(server)
			.inCategory("remote");
	}

	/**
	 * Returns the servers.
	 * @return one for each transform, in the order of the definitions
	 */
	public List<RemoteServer> servers() {
		return this.servers;
	}

	/**
	 * Returns the circuit breakers, for metrics.
	 * @return the registry; the names are those of the transforms
	 */
	public CircuitBreakerRegistry breakers() {
		return this.breakers;
	}

	/**
	 * Returns the limits of concurrency, for metrics.
	 * @return the registry; the names are those of the transforms
	 */
	public BulkheadRegistry places() {
		return this.places;
	}

	@Override
	public void close() {
		this.servers.forEach(RemoteServer::close);
	}

}
