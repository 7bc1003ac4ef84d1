package dev.couplet.benchmark;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.couplet.KafkaBroker;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Shows records on their way through a flow: starts a broker, two instances of the server
 * and a producer, stops one instance at half of the records, and prints every second how
 * many have been written and transformed. Fails if one is lost, wrong, or comes twice.
 */
public final class KafkaDemo {

	private static final int RECORDS = Integer.getInteger("benchmark.records", 500_000);

	private static final int PARTITIONS = 4;

	private static final String FROM = "poems";

	private static final String TO = "poems-in-lower-case";

	private static final String FAILURES = "poems-that-failed";

	private KafkaDemo() {
	}

	/**
	 * Runs the demonstration.
	 * @param arguments none
	 * @throws Exception if a program fails, or a record is missing or wrong
	 */
	public static void main(String... arguments) throws Exception {
		Settings settings = Settings.fromSystemProperties();
		Files.createDirectories(settings.workFolder());
		Progress.show("starting a broker");
		try (KafkaBroker broker = KafkaBroker.start()) {
			broker.createTopics(PARTITIONS, FROM, TO, FAILURES);
			Progress.show("starting two instances and a producer; the broker is " + broker.address());
			List<Server> instances = KafkaContender.COUPLET.start(settings,
					new KafkaContender.Job(broker.address(), FROM, TO, FAILURES, PARTITIONS / 2), 2);
			try (KafkaWriter writer = new KafkaWriter(broker.address(), FROM, 5);
					KafkaReader reader = new KafkaReader(broker.address(), TO, FAILURES)) {
				CompletableFuture<Void> written = CompletableFuture.runAsync(() -> writer.write(0, RECORDS));
				Received received = new Received(writer);
				reader.readTo(RECORDS / 2, received);
				Progress.show("stopping one instance; the other takes over its partitions");
				instances.getFirst().close();
				reader.readTo(RECORDS, received);
				written.join();
				received.show();
				Progress.show("\nall %,d records were transformed, each once. The last one:\n%s".formatted(RECORDS,
						received.last()));
			}
			finally {
				instances.forEach(Server::close);
			}
		}
	}

	/**
	 * Counts records, and shows the counts every second.
	 */
	private static final class Received implements Consumer<ConsumerRecord<byte[], byte[]>> {

		private final KafkaWriter writer;

		private final SortedMap<Integer, Integer> partitions = new TreeMap<>();

		private String last = "";

		private long shown = System.nanoTime();

		Received(KafkaWriter writer) {
			this.writer = writer;
		}

		@Override
		public void accept(ConsumerRecord<byte[], byte[]> record) {
			this.partitions.merge(record.partition(), 1, Integer::sum);
			this.last = new String(record.value(), StandardCharsets.UTF_8);
			if (System.nanoTime() - this.shown > TimeUnit.SECONDS.toNanos(1)) {
				show();
			}
		}

		void show() {
			int count = this.partitions.values().stream().mapToInt(Integer::intValue).sum();
			Progress.show("%,9d written, %,9d transformed, by partition %s".formatted(this.writer.written(), count,
					this.partitions));
			this.shown = System.nanoTime();
		}

		String last() {
			return this.last;
		}

	}

}
