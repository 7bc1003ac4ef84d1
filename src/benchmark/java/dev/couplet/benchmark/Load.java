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
 * Keeps clients busy with one exchange for a while, all of them on one thread, so that it
 * takes as little as it can from the server on the same machine.
 *
 * @param exchange what the clients do
 * @param clients how many there are
 */
record Load(Exchange exchange, int clients) {

	private static final int RECEIVE_BUFFER_SIZE = 256 * 1024;

	private static final long SELECT_MILLISECONDS = 10;

	/**
	 * Runs it once.
	 * @param server what it is put on
	 * @param settle how long it runs before anything is counted
	 * @param window how long it is counted
	 * @return what was seen
	 * @throws IOException where this machine, not the server, fails
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
			// a closed channel is done with at the next selection
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
