package dev.couplet.endpoint;

import java.net.InetSocketAddress;

import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

/**
 * A place where a protocol is served, such as a TCP port. Once it is added to the
 * {@link Endpoints}, it has a health component, gauges, a place in the start line, and
 * takes part in the drain.
 */
public interface Endpoint {

	/**
	 * The name of the endpoint in health, metrics and the log. It is the name of its
	 * protocol where the protocol has one endpoint.
	 * @return lower-case letters, digits and hyphens
	 */
	String name();

	/**
	 * The address on which it accepts connections.
	 * @return the local address, or null while it does not listen
	 */
	@Nullable InetSocketAddress address();

	/**
	 * Whether its connections use TLS.
	 * @return true for TLS
	 */
	boolean usesTls();

	/**
	 * Whether clients can connect and are served.
	 * @return true for a healthy endpoint
	 */
	boolean isListening();

	/**
	 * The number of open connections.
	 * @return 0 or more
	 */
	int connections();

	/**
	 * The number of connections that may be open at a time.
	 * @return at least 1
	 */
	int maxConnections();

	/**
	 * Stops accepting connections, closes idle ones, and lets requests that have begun
	 * get their replies. Returns at once. Called when a graceful shutdown begins.
	 */
	void beginDrain();

	/**
	 * Waits until the drain is complete. The caller limits the time.
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	void awaitDrain() throws InterruptedException;

	/**
	 * Where the endpoint is served, in words for the log.
	 * @return for example {@code 127.0.0.1:11000 with TLS}
	 */
	default String place() {
		InetSocketAddress address = address();
		return ((address != null) ? NetUtil.toSocketAddressString(address) : "no port")
				+ (usesTls() ? " with TLS" : "");
	}

}
