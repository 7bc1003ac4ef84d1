package dev.couplet.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs clients that repeat an exchange for some time. All clients share one thread, to
 * take as little processor time as possible from the server on the same machine.
 *
 * @param exchange the exchange that clients repeat
 * @param clients the number of clients
 */
record Load(Exchange exchange, int clients) {

	private static final int RECEIVE_BUFFER_SIZE = 256 * 1024;

	private static final long SELECT_MILLISECONDS = 10;

	/**
	 * Runs the load once.
	 * @param server the server
	 * @param settle the time before the measurement
	 * @param window the duration of the measurement
	 * @return the sample
	 * @throws IOException if this process fails, and not the server
	 */
	Sample run(Server server, Duration settle, Duration window) throws IOException {
		Tally tally = new Tally();
		ByteBuffer requests = this.exchange.requests();
		ByteBuffer received = ByteBuffer.allocateDirect(RECEIVE_BUFFER_SIZE);
		List<LoadClient> all = Stream.generate(
				() -> new LoadClient(this.exchange, server.address(this.exchange.service()), tally, requests, received))
			.limit(this.clients)
			.toList();
		Deque<LoadClient> waiting = new ArrayDeque<>(all);
		try (Selector selector = Selector.open()) {
			turn(selector, waiting, settle);
			tally.beginWindow();
			long cpu = server.cpuMicroseconds();
			long began = System.nanoTime();
			turn(selector, waiting, window);
			long nanoseconds = System.nanoTime() - began;
			cpu = server.cpuMicroseconds() - cpu;
			all.forEach((client) -> client.abort(began));
			// a closed channel is deregistered by the next selection
			selector.selectNow();
			return new Sample(nanoseconds, cpu, tally.latencies(), tally.failures());
		}
	}

	private static void turn(Selector selector, Deque<LoadClient> waiting, Duration duration) throws IOException {
		long end = System.nanoTime() + duration.toNanos();
		while (System.nanoTime() - end < 0) {
			for (int i = waiting.size(); i > 0; i--) {
				LoadClient client = waiting.remove();
				client.connect(selector);
				if (!client.isConnected()) {
					waiting.add(client);
				}
			}
			selector.select((key) -> {
				LoadClient client = (LoadClient) key.attachment();
				boolean connected = client.isConnected();
				client.ready();
				if (connected && !client.isConnected()) {
					waiting.add(client);
				}
			}, SELECT_MILLISECONDS);
		}
	}

}
