package dev.couplet.benchmark;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Connections that are open and do nothing.
 */
final class IdleConnections implements AutoCloseable {

	private final List<SocketChannel> channels = new ArrayList<>();

	/**
	 * Opens connections, one after the other.
	 * @param server where to
	 * @param service the port
	 * @param count how many
	 * @param first an exchange that each of them makes before it is idle, or null
	 * @return the connections
	 * @throws IOException where one cannot be opened or is not answered
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
	 * Counts those that the server has closed.
	 * @return how many, 0 in the good case
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
	 * Ends them with a reset each: a close would keep all their ports for a minute.
	 */
	@Override
	public void close() {
		for (SocketChannel channel : this.channels) {
			try (channel) {
				channel.setOption(StandardSocketOptions.SO_LINGER, 0);
			}
			catch (IOException ex) {
				// closed by the server just now
			}
		}
	}

}
