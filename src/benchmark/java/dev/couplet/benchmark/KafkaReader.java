package dev.couplet.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the committed records of a topic from its beginning, and checks that each is
 * transformed, and comes once, and that none has failed.
 */
final class KafkaReader implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final KafkaConsumer<byte[], byte[]> consumer;

	private final String failures;

	private final BitSet numbers = new BitSet();

	private int count;

	KafkaReader(String broker, String topic, String failures) {
		this.consumer = new KafkaConsumer<>(
				Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker, ConsumerConfig.ISOLATION_LEVEL_CONFIG,
						"read_committed", ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000),
				new ByteArrayDeserializer(), new ByteArrayDeserializer());
		this.failures = failures;
		List<TopicPartition> partitions = Stream.of(topic, failures)
			.flatMap((name) -> this.consumer.partitionsFor(name).stream())
			.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
			.toList();
		this.consumer.assign(partitions);
		this.consumer.seekToBeginning(partitions);
	}

	/**
	 * Reads until a number of records have arrived since the beginning, or a few more.
	 * @param wanted the number
	 * @param each called with each record
	 * @throws IllegalStateException if records are missing or wrong
	 */
	void readTo(int wanted, Consumer<ConsumerRecord<byte[], byte[]>> each) {
		long last = System.nanoTime();
		while (this.count < wanted) {
			for (ConsumerRecord<byte[], byte[]> record : this.consumer.poll(Duration.ofMillis(100))) {
				check(record);
				each.accept(record);
				this.count++;
				last = System.nanoTime();
			}
			if (System.nanoTime() - last > PATIENCE.toNanos()) {
				throw new IllegalStateException("only %,d of %,d records arrived".formatted(this.count, wanted));
			}
		}
	}

	private void check(ConsumerRecord<byte[], byte[]> record) {
		String text = new String(record.value(), StandardCharsets.UTF_8);
		if (record.topic().equals(this.failures)) {
			throw new IllegalStateException("a record failed: " + record.headers());
		}
		int number = KafkaWriter.number(text);
		if (!text.equals(KafkaWriter.text(number).toLowerCase(Locale.ROOT))) {
			throw new IllegalStateException("record %,d is wrong".formatted(number));
		}
		if (this.numbers.get(number)) {
			throw new IllegalStateException("record %,d came twice".formatted(number));
		}
		this.numbers.set(number);
	}

	/**
	 * Returns how many records have arrived.
	 * @return the number
	 */
	int count() {
		return this.count;
	}

	@Override
	public void close() {
		this.consumer.close();
	}

}
