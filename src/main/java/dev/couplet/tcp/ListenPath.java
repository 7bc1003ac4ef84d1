package dev.couplet.tcp;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.unix.DomainSocketAddress;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * A Unix domain socket. Every user who has access to its directory can connect. Netty
 * deletes the file when the socket is closed, and also what is in its place when it is
 * bound: the socket of a server that was killed, but nothing else, as is checked before.
 *
 * @param path the file of the socket
 * @param property the name of the setting for the path
 */
record ListenPath(Path path, String property) implements ListenAddress {

	// struct sockaddr_un has room for 108 bytes, with a zero at the end
	private static final int MAX_LENGTH = 107;

	private static final String PERMISSIONS = "rw-rw-rw-";

	@Override
	public Channel bind(String listener, EventLoops loops, ChannelHandler acceptor, ChannelHandler connections) {
		if (loops.transport() != Transport.EPOLL) {
			// with the others, a client that half-closes can lose its replies (Netty
			// 4.2.18)
			throw refused("A Unix domain socket requires Linux and the transport epoll, but the transport is "
					+ loops.transport().word() + ".");
		}
		try {
			check();
			ChannelFuture bound = loops.newUnixServer()
				.handler(acceptor)
				.childHandler(connections)
				.bind(new DomainSocketAddress(this.path.toString()))
				.awaitUninterruptibly();
			if (!bound.isSuccess()) {
				throw refused("The socket cannot be created: " + bound.cause().getMessage() + ".");
			}
			permitAll(bound.channel());
			return bound.channel();
		}
		catch (IOException ex) {
			throw refused("The socket cannot be created: " + ex + ".");
		}
	}

	// the umask usually forbids other users to connect
	private void permitAll(Channel bound) throws IOException {
		try {
			Files.setPosixFilePermissions(this.path, PosixFilePermissions.fromString(PERMISSIONS));
		}
		catch (IOException ex) {
			bound.close();
			throw ex;
		}
	}

	private void check() throws IOException {
		if (this.path.toString().getBytes(StandardCharsets.UTF_8).length > MAX_LENGTH) {
			throw refused("The path of a socket has at most %s bytes.".formatted(MAX_LENGTH));
		}
		Path directory = this.path.toAbsolutePath().getParent();
		if (directory == null || !Files.isDirectory(directory)) {
			throw refused("Its directory must exist.");
		}
		SocketFile file = new SocketFile(this.path);
		if (!file.exists()) {
			return;
		}
		if (!file.isSocket()) {
			throw refused("There is already a file that is not a socket. Delete it, or set another path.");
		}
		if (file.isUsed()) {
			throw refused("Another server uses it. Stop that server, or set another path.");
		}
	}

	private InvalidConfigurationPropertyValueException refused(String reason) {
		return new InvalidConfigurationPropertyValueException(this.property, this.path, reason);
	}

	@Override
	public SocketAddress of(Channel socket) {
		return UnixDomainSocketAddress.of(this.path);
	}

	@Override
	public TcpProperties limits(TcpProperties properties) {
		return properties.withoutClientAddresses();
	}

	@Override
	public int port() {
		return 0;
	}

}
