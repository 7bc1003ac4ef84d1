package dev.couplet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * A client of a Kafka broker: writes records, and reads the committed ones of topics from
 * their beginning. Not thread-safe.
 */
public final class KafkaClient implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final int MAX_REQUEST = 16 << 20;

	private final KafkaProducer<byte[], byte[]> producer;

	private final KafkaConsumer<byte[], byte[]> consumer;

	private final List<ConsumerRecord<byte[], byte[]>> received = new ArrayList<>();

	/**
	 * Connects to a broker.
	 * @param brokers the addresses
	 * @param topics the topics to read, which exist
	 */
	public KafkaClient(String brokers, String... topics) {
		this.producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers, ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
						MAX_REQUEST, ProducerConfig.LINGER_MS_CONFIG, 0),
				new ByteArraySerializer(), new ByteArraySerializer());
		this.consumer = new KafkaConsumer<>(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
				ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"), new ByteArrayDeserializer(),
				new ByteArrayDeserializer());
		List<TopicPartition> partitions = List.of(topics)
			.stream()
			.flatMap((topic) -> this.consumer.partitionsFor(topic).stream())
			.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
			.toList();
		this.consumer.assign(partitions);
		this.consumer.seekToBeginning(partitions);
	}

	/**
	 * Writes a record, and waits until the broker has it.
	 * @param record the record
	 * @return its offset
	 */
	public long send(ProducerRecord<byte[], byte[]> record) {
		try {
			return submit(record).get().offset();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Writes a record, and does not wait for the broker, unless very many are under way.
	 * @param record the record
	 * @return done when the broker has it
	 */
	public Future<RecordMetadata> submit(ProducerRecord<byte[], byte[]> record) {
		return this.producer.send(record);
	}

	/**
	 * Waits for the first record that has not been taken yet.
	 * @param wanted which record
	 * @return the record
	 */
	public ConsumerRecord<byte[], byte[]> take(Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
		ConsumerRecord<byte[], byte[]> found = takeUnless(wanted, () -> false);
		if (found == null) {
			throw new AssertionError("no such record has arrived, but " + this.received.size() + " others");
		}
		return found;
	}

	/**
	 * Waits for a record, or until something else has happened.
	 * @param wanted which record
	 * @param otherwise asked from time to time
	 * @return the record, or null
	 */
	public @Nullable ConsumerRecord<byte[], byte[]> takeUnless(Predicate<ConsumerRecord<byte[], byte[]>> wanted,
			BooleanSupplier otherwise) {
		long start = System.nanoTime();
		while (System.nanoTime() - start < PATIENCE.toNanos()) {
			for (ConsumerRecord<byte[], byte[]> record : this.received) {
				if (wanted.test(record)) {
					this.received.remove(record);
					return record;
				}
			}
			this.consumer.poll(Duration.ofMillis(100)).forEach(this.received::add);
			if (this.received.stream().noneMatch(wanted) && otherwise.getAsBoolean()) {
				return null;
			}
		}
		return null;
	}

	/**
	 * Waits until a number of records have arrived, and takes them.
	 * @param count how many
	 * @return the records
	 */
	public List<ConsumerRecord<byte[], byte[]>> take(int count) {
		long start = System.nanoTime();
		while (this.received.size() < count && System.nanoTime() - start < PATIENCE.toNanos()) {
			this.consumer.poll(Duration.ofMillis(100)).forEach(this.received::add);
		}
		Collection<ConsumerRecord<byte[], byte[]>> first = this.received.subList(0,
				Math.min(count, this.received.size()));
		List<ConsumerRecord<byte[], byte[]>> taken = List.copyOf(first);
		first.clear();
		return taken;
	}

	@Override
	public void close() {
		this.consumer.close();
		this.producer.close();
	}

}
