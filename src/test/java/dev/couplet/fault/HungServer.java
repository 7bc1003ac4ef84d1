package dev.couplet.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Accepts connections on all ports of a server, and never answers.
 */
final class HungServer implements AutoCloseable {

	private static final int[] PORTS = { 8080, 9090, 10001, 11000, 11001 };

	private final List<ServerSocket> listeners = new ArrayList<>();

	private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();

	HungServer(String address) {
		try {
			for (int port : PORTS) {
				ServerSocket listener = new ServerSocket();
				this.listeners.add(listener);
				listener.bind(new InetSocketAddress(address, port));
				Thread.startVirtualThread(() -> accept(listener));
			}
		}
		catch (IOException ex) {
			close();
			throw new UncheckedIOException(ex);
		}
	}

	private void accept(ServerSocket listener) {
		try {
			while (true) {
				this.connections.add(listener.accept());
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	/**
	 * Returns the number of connections that were accepted so far.
	 */
	int connections() {
		return this.connections.size();
	}

	@Override
	public void close() {
		try {
			for (ServerSocket listener : this.listeners) {
				listener.close();
			}
			for (Socket connection : this.connections) {
				connection.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
