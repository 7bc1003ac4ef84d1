package dev.couplet.benchmark;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Open, idle connections.
 */
final class IdleConnections implements AutoCloseable {

	private final List<SocketChannel> channels = new ArrayList<>();

	/**
	 * Opens connections, one after the other.
	 * @param server the address of the server
	 * @param service the port
	 * @param count the number of connections
	 * @param first an exchange on each connection before it is idle, or null
	 * @return the connections
	 * @throws IOException if a connection cannot be opened or gets no reply
	 */
	static IdleConnections open(Server server, Service service, int count, @Nullable Exchange first)
			throws IOException {
		IdleConnections idle = new IdleConnections();
		try {
			for (int i = 0; i < count; i++) {
				SocketChannel channel = SocketChannel.open(server.address(service));
				idle.channels.add(channel);
				if (first != null) {
					Call.make(channel, first);
				}
			}
			return idle;
		}
		catch (IOException ex) {
			idle.close();
			throw ex;
		}
		catch (WrongReplyException ex) {
			idle.close();
			throw new IOException(ex);
		}
	}

	/**
	 * Counts the connections that the server has closed.
	 * @return the number, 0 if the server works
	 */
	long lost() {
		return this.channels.stream().filter((channel) -> !isOpen(channel)).count();
	}

	private static boolean isOpen(SocketChannel channel) {
		try {
			channel.configureBlocking(false);
			return channel.read(ByteBuffer.allocate(1)) >= 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Resets all connections: after a close, their ports would be unavailable for a
	 * minute.
	 */
	@Override
	public void close() {
		for (SocketChannel channel : this.channels) {
			try (channel) {
				channel.setOption(StandardSocketOptions.SO_LINGER, 0);
			}
			catch (IOException ex) {
				// closed by the server
			}
		}
	}

}
