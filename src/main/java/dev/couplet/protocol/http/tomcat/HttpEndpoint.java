package dev.couplet.protocol.http.tomcat;

import java.net.InetSocketAddress;
import java.time.Duration;

import dev.couplet.endpoint.ListeningEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * A port of Tomcat as an endpoint. Its drain answers every request of which any byte has
 * arrived. Spring Boot's graceful shutdown only waits for requests that have reached a
 * servlet.
 */
final class HttpEndpoint implements ListeningEndpoint {

	/**
	 * The time without a new request after which the drain is complete, while clients are
	 * connected or in the backlog: their next request may be in flight.
	 */
	private static final Duration GRACE = Duration.ofMillis(500);

	private static final Duration INTERVAL = Duration.ofMillis(10);

	private final String name;

	private final DeadlineProtocol protocol;

	HttpEndpoint(String name, DeadlineProtocol protocol) {
		this.name = name;
		this.protocol = protocol;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public @Nullable InetSocketAddress address() {
		return this.protocol.address();
	}

	@Override
	public boolean usesTls() {
		return this.protocol.isSSLEnabled();
	}

	@Override
	public boolean isListening() {
		return this.protocol.isOpen();
	}

	@Override
	public int connections() {
		return this.protocol.openConnections();
	}

	@Override
	public int maxConnections() {
		return this.protocol.connectionLimit();
	}

	@Override
	public void beginDrain() {
		this.protocol.pause();
	}

	@Override
	public void awaitDrain() throws InterruptedException {
		long idleSince = System.nanoTime();
		while (System.nanoTime() - idleSince < GRACE.toNanos() && this.protocol.hasClients()) {
			Thread.sleep(INTERVAL);
			if (this.protocol.hasRequests()) {
				idleSince = System.nanoTime();
			}
		}
	}

}
