package dev.couplet.tcp;

import java.net.InetSocketAddress;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;

/**
 * The address of a connection's client. Behind a load balancer that uses the PROXY
 * protocol, it is the address in the balancer's header.
 */
final class ClientAddress {

	private static final AttributeKey<InetSocketAddress> PROXIED = AttributeKey.valueOf(ClientAddress.class, "proxied");

	private ClientAddress() {
	}

	/**
	 * Returns the address of the client.
	 * @param channel a connection
	 * @return the client's address; null if the connection is already closed, or on a
	 * Unix domain socket
	 */
	static @Nullable InetSocketAddress of(Channel channel) {
		InetSocketAddress proxied = channel.attr(PROXIED).get();
		if (proxied != null) {
			return proxied;
		}
		return (channel.remoteAddress() instanceof InetSocketAddress address) ? address : null;
	}

	static void set(Channel channel, InetSocketAddress address) {
		channel.attr(PROXIED).set(address);
	}

}
