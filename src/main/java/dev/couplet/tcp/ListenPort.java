package dev.couplet.tcp;

import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import org.jspecify.annotations.Nullable;

/**
 * A TCP port.
 *
 * @param host the host name or IP address of an interface of this machine
 * @param port the port, or 0 for any that is free
 * @param property the name of the setting for the port
 */
record ListenPort(String host, int port, String property) implements ListenAddress {

	@Override
	public Channel bind(String listener, EventLoops loops, ChannelHandler acceptor, ChannelHandler connections) {
		try {
			ChannelFuture bound = loops.newServer()
				.handler(acceptor)
				.childHandler(connections)
				.bind(InetAddress.getByName(this.host), this.port)
				.awaitUninterruptibly();
			if (!bound.isSuccess()) {
				throw failure(listener, bound.cause());
			}
			return bound.channel();
		}
		catch (UnknownHostException ex) {
			throw failure(listener, ex);
		}
	}

	private ListenerStartException failure(String listener, @Nullable Throwable cause) {
		return new ListenerStartException(listener, this.host, this.port, this.property, cause);
	}

	@Override
	public @Nullable SocketAddress of(Channel socket) {
		return socket.localAddress();
	}

	@Override
	public TcpProperties limits(TcpProperties properties) {
		return properties;
	}

}
