package dev.couplet.protocol.http.tomcat;

import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/**
 * HTTP over TCP and TLS, where a whole request has to arrive in time, and is answered
 * once it has begun to. Public because Tomcat makes one by its name.
 */
public class DeadlineProtocol extends Http11NioProtocol {

	private final DeadlineEndpoint endpoint;

	// weak, because Tomcat keeps some of them for the next connection and others not
	private final Set<DeadlineProcessor> processors = Collections
		.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

	@SuppressWarnings("NullAway.Init") // said before the first connection
	private RequestTimeouts timeouts;

	public DeadlineProtocol() {
		this(new DeadlineEndpoint());
	}

	private DeadlineProtocol(DeadlineEndpoint endpoint) {
		super(endpoint);
		this.endpoint = endpoint;
	}

	/**
	 * Says how long a request may take to arrive. To be called before the first
	 * connection.
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
	 * Lets nobody new in. Those who are connected may still ask, once: Tomcat by itself
	 * would now drop what it has not read to the end of its head, and close where it
	 * should answer. It is called when the server begins to shut down.
	 */
	@Override
	public void pause() {
		this.endpoint.drain();
	}

	/**
	 * Does nothing, because the port has to be open until nobody waits there.
	 */
	@Override
	public void closeServerSocketGraceful() {
		// pause() does it
	}

	/**
	 * The address on which connections are accepted.
	 * @return the local address, or null if the port is not open
	 */
	@Nullable InetSocketAddress address() {
		return this.endpoint.openPort();
	}

	boolean isOpen() {
		return this.endpoint.isOpen();
	}

	/**
	 * Tells whether clients are connected, or may be waiting in the backlog.
	 * @return false if the port and all connections are closed
	 */
	boolean hasClients() {
		return this.endpoint.isOpen() || !this.endpoint.getConnections().isEmpty();
	}

	/**
	 * Tells whether there is a request that has begun to arrive and is not answered.
	 * @return whether there is
	 */
	boolean hasRequests() {
		synchronized (this.processors) {
			return this.processors.stream().anyMatch(DeadlineProcessor::hasRequest);
		}
	}

}
