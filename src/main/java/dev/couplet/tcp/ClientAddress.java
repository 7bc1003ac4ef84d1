package dev.couplet.tcp;

import java.net.InetSocketAddress;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;

/**
 * Where the client of a connection is: behind a balancer that speaks the PROXY protocol,
 * what the balancer says.
 */
final class ClientAddress {

	private static final AttributeKey<InetSocketAddress> PROXIED = AttributeKey.valueOf(ClientAddress.class, "proxied");

	private ClientAddress() {
	}

	/**
	 * Finds the address.
	 * @param channel a connection
	 * @return the client's address, or null where the connection is closed already
	 */
	static @Nullable InetSocketAddress of(Channel channel) {
		InetSocketAddress proxied = channel.attr(PROXIED).get();
		return (proxied != null) ? proxied : (InetSocketAddress) channel.remoteAddress();
	}

	static void set(Channel channel, InetSocketAddress address) {
		channel.attr(PROXIED).set(address);
	}

}
