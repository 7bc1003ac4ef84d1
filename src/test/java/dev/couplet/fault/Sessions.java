package dev.couplet.fault;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.couplet.SocketClient;

/**
 * Socketmap sessions that send requests continuously until they are closed, each on its
 * own thread.
 */
final class Sessions implements AutoCloseable {

	private final int port;

	private final List<SocketClient> clients = new ArrayList<>();

	private final List<Thread> threads = new ArrayList<>();

	private volatile boolean closed;

	Sessions(int port) {
		this.port = port;
	}

	/**
	 * Starts sessions that pipeline a request and read no replies.
	 */
	Sessions thatDoNotRead(int count, String request) {
		return start(count, (client) -> client.send(request.repeat(10)));
	}

	/**
	 * Starts sessions that pipeline a request and read the replies.
	 * @param reply the reply to each request
	 */
	Sessions thatPipeline(int count, String request, String reply) {
		String requests = request.repeat(1000);
		for (int i = 0; i < count; i++) {
			SocketClient client = connect();
			repeat(() -> client.send(requests));
			repeat(() -> client.read(1000 * reply.length()));
		}
		return this;
	}

	/**
	 * Starts sessions that wait for each reply before they send the next request.
	 */
	Sessions thatExchange(int count, String request) {
		return start(count, (client) -> client.send(request).readNetstring());
	}

	private Sessions start(int count, Consumer<SocketClient> step) {
		for (int i = 0; i < count; i++) {
			SocketClient client = connect();
			repeat(() -> step.accept(client));
		}
		return this;
	}

	private SocketClient connect() {
		SocketClient client = SocketClient.connect(this.port);
		this.clients.add(client);
		return client;
	}

	private void repeat(Runnable step) {
		this.threads.add(Thread.ofPlatform().daemon().start(() -> {
			try {
				while (!this.closed) {
					step.run();
				}
			}
			catch (UncheckedIOException ex) {
				// closed by either side
			}
		}));
	}

	@Override
	public void close() {
		this.closed = true;
		this.clients.forEach(SocketClient::close);
		for (Thread thread : this.threads) {
			try {
				thread.join();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
