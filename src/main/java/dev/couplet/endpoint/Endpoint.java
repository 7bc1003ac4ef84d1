package dev.couplet.endpoint;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;

import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

/**
 * An address where a protocol is served, such as a TCP port. An endpoint that is added to
 * {@link Endpoints} has a health component and gauges, appears in the log at startup, and
 * is drained at shutdown.
 */
public interface Endpoint {

	/**
	 * Returns the name of the endpoint in health, metrics and the log. It is the name of
	 * the protocol if that has only one endpoint.
	 * @return lower-case letters, digits and hyphens
	 */
	String name();

	/**
	 * Returns the address on which it accepts connections.
	 * @return an {@link InetSocketAddress} or {@link UnixDomainSocketAddress}; null if it
	 * has not started to listen
	 */
	@Nullable SocketAddress address();

	/**
	 * Returns whether its connections use TLS.
	 * @return true for TLS
	 */
	boolean usesTls();

	/**
	 * Returns whether clients can connect and are served.
	 * @return true for a healthy endpoint
	 */
	boolean isListening();

	/**
	 * Returns the number of open connections.
	 * @return 0 or more
	 */
	int connections();

	/**
	 * Returns the maximum number of open connections.
	 * @return at least 1
	 */
	int maxConnections();

	/**
	 * Starts to drain: stops accepting connections, closes idle ones, and answers
	 * requests in flight. Returns immediately. Called when a graceful shutdown begins.
	 */
	void beginDrain();

	/**
	 * Waits until the drain is complete. The caller sets the timeout.
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	void awaitDrain() throws InterruptedException;

	/**
	 * Returns the address for the log.
	 * @return for example {@code 127.0.0.1:11000 with TLS}, or
	 * {@code unix:/run/couplet/socketmap}
	 */
	default String description() {
		String address = switch (address()) {
			case InetSocketAddress port -> NetUtil.toSocketAddressString(port);
			case UnixDomainSocketAddress socket -> "unix:" + socket;
			case null, default -> "no port";
		};
		return address + (usesTls() ? " with TLS" : "");
	}

}
