package dev.couplet.protocol.http.tomcat;

import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/**
 * HTTP over TCP and TLS with a deadline for complete requests, and with a drain that
 * answers each request of which any byte has arrived. Public because Tomcat creates it by
 * its class name.
 */
public class DeadlineProtocol extends Http11NioProtocol {

	private final DeadlineEndpoint endpoint;

	// weak references, because Tomcat reuses some processors and drops others
	private final Set<DeadlineProcessor> processors = Collections
		.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

	@SuppressWarnings("NullAway.Init") // set before the first connection
	private RequestTimeouts timeouts;

	public DeadlineProtocol() {
		this(new DeadlineEndpoint());
	}

	private DeadlineProtocol(DeadlineEndpoint endpoint) {
		super(endpoint);
		this.endpoint = endpoint;
	}

	/**
	 * Sets the timeouts. To be called before the first connection.
	 * @param timeouts the timeouts of each request
	 */
	void setTimeouts(RequestTimeouts timeouts) {
		this.timeouts = timeouts;
		this.endpoint.setTimeouts(timeouts);
	}

	@Override
	protected Processor createProcessor() {
		DeadlineProcessor processor = new DeadlineProcessor(this, this.timeouts);
		this.processors.add(processor);
		return processor;
	}

	/**
	 * Starts the drain: accepts no new connections, and serves one more request on each
	 * open one. Tomcat itself would drop requests whose header section is incomplete.
	 * Called when the server starts to shut down.
	 */
	@Override
	public void pause() {
		this.endpoint.drain();
	}

	/**
	 * Does nothing, because the port must stay open until the backlog is empty.
	 */
	@Override
	public void closeServerSocketGraceful() {
		// the drain closes the port
	}

	/**
	 * Returns the address on which connections are accepted.
	 * @return the local address, or null if the port is not open
	 */
	@Nullable InetSocketAddress address() {
		return this.endpoint.openPort();
	}

	int openConnections() {
		return this.endpoint.openConnections();
	}

	int connectionLimit() {
		return this.endpoint.connectionLimit();
	}

	boolean isOpen() {
		return this.endpoint.isOpen();
	}

	/**
	 * Returns whether clients are connected, or may be waiting in the backlog.
	 * @return false if the port and all connections are closed
	 */
	boolean hasClients() {
		return this.endpoint.isOpen() || !this.endpoint.getConnections().isEmpty();
	}

	/**
	 * Returns whether a request has started to arrive and has not been answered.
	 * @return whether there is such a request
	 */
	boolean hasRequests() {
		synchronized (this.processors) {
			return this.processors.stream().anyMatch(DeadlineProcessor::hasRequest);
		}
	}

}
