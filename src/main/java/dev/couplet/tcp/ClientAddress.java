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
	 * @return the client's address, or null if the connection is already closed
	 */
	static @Nullable InetSocketAddress of(Channel channel) {
		InetSocketAddress proxied = channel.attr(PROXIED).get();
		return (proxied != null) ? proxied : (InetSocketAddress) channel.remoteAddress();
	}

	static void set(Channel channel, InetSocketAddress address) {
		channel.attr(PROXIED).set(address);
	}

}
