package dev.couplet.tcp;

import java.net.SocketAddress;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import org.jspecify.annotations.Nullable;

/**
 * Where a listener accepts connections.
 */
sealed interface ListenAddress permits ListenPort, ListenPath {

	/**
	 * Binds a listening socket. When this method returns, clients can connect.
	 * @param listener the name of the listener, for errors
	 * @param loops the event loops for the socket and its connections
	 * @param acceptor handles the events of the socket
	 * @param connections initializes connections
	 * @return the socket
	 * @throws RuntimeException if it cannot be bound, with the name of the setting
	 */
	Channel bind(String listener, EventLoops loops, ChannelHandler acceptor, ChannelHandler connections);

	/**
	 * Returns the address of a socket.
	 * @param socket what {@link #bind} has returned
	 * @return an {@link java.net.InetSocketAddress} or
	 * {@link java.net.UnixDomainSocketAddress}; null if the socket is closed
	 */
	@Nullable SocketAddress of(Channel socket);

	/**
	 * Returns the settings that apply to connections.
	 * @param properties the settings of all listeners
	 * @return the settings
	 */
	TcpProperties limits(TcpProperties properties);

	/**
	 * Returns the configured port.
	 * @return the port, or 0 if the system chooses one or there is none
	 */
	int port();

}
