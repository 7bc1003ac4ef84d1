package dev.couplet.endpoint;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;

import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;

/**
 * An endpoint to which clients connect, such as a TCP port. It also has gauges of its
 * connections.
 */
public interface ListeningEndpoint extends Endpoint {

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
	 * Returns the address for the log.
	 * @return for example {@code on 127.0.0.1:11000 with TLS}, or
	 * {@code on unix:/run/couplet/socketmap}
	 */
	@Override
	default String place() {
		String address = switch (address()) {
			case InetSocketAddress port -> NetUtil.toSocketAddressString(port);
			case UnixDomainSocketAddress socket -> "unix:" + socket;
			case null, default -> "no port";
		};
		return "on " + address + (usesTls() ? " with TLS" : "");
	}

	@Override
	default Health health() {
		Health.Builder health = isListening() ? Health.up() : Health.down();
		if (address() instanceof InetSocketAddress address) {
			health.withDetail("port", address.getPort());
		}
		return health.withDetail("tls", usesTls()).withDetail("connections", connections()).build();
	}

}
