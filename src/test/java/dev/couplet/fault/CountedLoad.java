package dev.couplet.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

import org.awaitility.Awaitility;

/**
 * Clients of every protocol, which send one request after the other, check each reply,
 * and count.
 */
final class CountedLoad implements AutoCloseable {

	/**
	 * Leaves processor time to the servers that start.
	 */
	private static final Duration PACE = Duration.ofMillis(3);

	private static final int KEPT_FAILURES = 20;

	private final Map<LoadProtocol, Counts> counts = new EnumMap<>(LoadProtocol.class);

	private final List<Thread> threads = new ArrayList<>();

	private final Queue<String> failures = new ConcurrentLinkedQueue<>();

	private volatile boolean stopped;

	private CountedLoad() {
	}

	/**
	 * Starts the clients, and waits until those of every protocol have a reply.
	 * @param address the address of the server
	 * @param grpcServiceConfig the service config of the clients of gRPC
	 */
	static CountedLoad start(String address, Map<String, ?> grpcServiceConfig) {
		CountedLoad load = new CountedLoad();
		for (LoadProtocol protocol : LoadProtocol.values()) {
			Counts counted = new Counts();
			load.counts.put(protocol, counted);
			for (int i = 0; i < protocol.clients; i++) {
				load.threads.add(Thread.ofPlatform().name("load-" + protocol).start(() -> {
					try (LoadClient client = protocol.client(address, grpcServiceConfig)) {
						load.run(protocol, client, counted);
					}
				}));
			}
		}
		load.awaitReplies();
		return load;
	}

	private void run(LoadProtocol protocol, LoadClient client, Counts counted) {
		for (int number = 0; !this.stopped; number++) {
			LockSupport.parkNanos(PACE.toNanos());
			try {
				exchange(client, number, counted);
				counted.answered.increment();
			}
			catch (Exception ex) {
				counted.lost.increment();
				if (this.failures.size() < KEPT_FAILURES) {
					this.failures.add("%s %.200s".formatted(protocol, ex));
				}
				client.disconnect();
			}
		}
	}

	private static void exchange(LoadClient client, int number, Counts counted) throws Exception {
		try {
			client.exchange(number);
		}
		catch (NoReplyException ex) {
			client.disconnect();
			counted.repeated.increment();
			client.exchange(number);
		}
	}

	/**
	 * Returns the number of right replies.
	 */
	long answered() {
		return this.counts.values().stream().mapToLong((counted) -> counted.answered.sum()).sum();
	}

	/**
	 * Returns the number of requests without a right reply, of the protocols that have
	 * any.
	 */
	Map<LoadProtocol, Long> lost() {
		return positive(Counts::lost);
	}

	/**
	 * Returns the number of requests that were sent again because their session had
	 * ended, of the protocols that have any.
	 */
	Map<LoadProtocol, Long> repeated() {
		return positive(Counts::repeated);
	}

	private Map<LoadProtocol, Long> positive(Function<Counts, LongAdder> count) {
		Map<LoadProtocol, Long> sums = new EnumMap<>(LoadProtocol.class);
		this.counts.forEach((protocol, counted) -> sums.put(protocol, count.apply(counted).sum()));
		sums.values().removeIf((sum) -> sum == 0);
		return sums;
	}

	/**
	 * Waits until the clients of every protocol have another reply.
	 */
	void awaitReplies() {
		Map<LoadProtocol, Long> before = positive(Counts::answered);
		Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.until(() -> this.counts.entrySet()
				.stream()
				.allMatch((entry) -> entry.getValue().answered.sum() > before.getOrDefault(entry.getKey(), 0L)));
	}

	/**
	 * Ends the clients when they have their replies.
	 */
	@Override
	public void close() {
		this.stopped = true;
		try {
			for (Thread thread : this.threads) {
				thread.join();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Returns the counts of every protocol, and the first failures.
	 */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		this.counts.forEach((protocol, counted) -> text.append("%-11s %s%n".formatted(protocol, counted)));
		this.failures.forEach((failure) -> text.append(failure).append('\n'));
		return text.toString();
	}

	/**
	 * What happened to the requests of a protocol.
	 *
	 * @param answered right replies
	 * @param repeated requests that were sent again, because their session ended
	 * @param lost requests without a right reply
	 */
	private record Counts(LongAdder answered, LongAdder repeated, LongAdder lost) {

		Counts() {
			this(new LongAdder(), new LongAdder(), new LongAdder());
		}

		@Override
		public String toString() {
			return "%9s answered %5s repeated %3s lost".formatted(this.answered, this.repeated, this.lost);
		}

	}

}
