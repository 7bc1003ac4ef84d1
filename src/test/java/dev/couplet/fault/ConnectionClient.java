package dev.couplet.fault;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * A client that keeps its connection as long as the server does.
 */
final class ConnectionClient implements LoadClient {

	private final String address;

	private final int port;

	private final Exchange exchange;

	private @Nullable Connection connection;

	ConnectionClient(String address, int port, Exchange exchange) {
		this.address = address;
		this.port = port;
		this.exchange = exchange;
	}

	@Override
	public void exchange(int number) throws IOException {
		boolean used = this.connection != null;
		Connection current = (this.connection != null) ? this.connection : Connection.open(this.address, this.port);
		this.connection = current;
		try {
			this.exchange.accept(current, number);
		}
		catch (NoReplyException ex) {
			throw used ? ex : new IOException("no reply on a new connection", ex);
		}
		if (current.isEnded()) {
			disconnect();
		}
	}

	@Override
	public void disconnect() {
		try (Connection _ = this.connection) {
			this.connection = null;
		}
		catch (IOException ex) {
			// it has ended already
		}
	}

	/**
	 * Sends a request with a number, and checks the reply.
	 */
	@FunctionalInterface
	interface Exchange {

		void accept(Connection connection, int number) throws IOException;

	}

}
