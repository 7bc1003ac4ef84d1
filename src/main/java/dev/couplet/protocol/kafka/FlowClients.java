package dev.couplet.protocol.kafka;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.ProducerFactory;

/**
 * The consumers and producers of flows. They have Spring's settings, apart from those on
 * which a flow depends: the serialization, the isolation, and who commits.
 */
final class FlowClients {

	// for so long a server that vanishes in a transaction holds up the readers of a
	// topic; as in Kafka Streams
	private static final int TRANSACTION_TIMEOUT = 10_000;

	private static final int REQUEST_TIMEOUT = 9_000;

	private static final Set<String> TIMES = Set.of(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
			ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
			ProducerConfig.LINGER_MS_CONFIG);

	// at a time, from a broker. Kafka's 50 MB are too many for a small heap
	private static final int FETCH_SIZE = 8 << 20;

	// a transaction of this many costs little more time than a small one
	private static final int RECORDS_IN_POLL = 10_000;

	private static final int PRODUCER_BATCH_SIZE = 128 << 10;

	// a broker refuses the first batch of a transaction while it ends the one before;
	// Kafka's 100 ms would be most of the time that a record takes
	private static final long RETRY_INTERVAL = 10;

	// the headers of a failure, and what a record has in addition
	private static final int REQUEST_OVERHEAD = 64 << 10;

	// Kafka's size of the producer's buffer. A failure may be larger than any value that
	// is transformed, and its topic decides whether it takes it
	private static final int REQUEST_SIZE = 32 << 20;

	// less than the time to drain
	private static final int CLOSE_SECONDS = 5;

	// while no broker answers
	private static final long MAX_RECONNECT_INTERVAL = 5000;

	private final Map<String, Object> consumerSettings;

	private final Map<String, Object> producerSettings;

	FlowClients(ConsumerFactory<?, ?> consumers, ProducerFactory<?, ?> producers) {
		this.consumerSettings = consumers.getConfigurationProperties();
		this.producerSettings = producers.getConfigurationProperties();
	}

	/**
	 * Returns the consumers of a flow.
	 * @param name the name of the flow
	 * @return creates consumers, which do not commit themselves
	 */
	ConsumerFactory<byte[], byte[]> consumers(String name) {
		Map<String, Object> settings = new HashMap<>(this.consumerSettings);
		settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
		settings.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId(this.consumerSettings, name));
		// a topic whose name is wrong stays missing
		settings.putIfAbsent(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		settings.putIfAbsent(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		settings.putIfAbsent(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_SIZE);
		settings.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_IN_POLL);
		settings.putIfAbsent(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, MAX_RECONNECT_INTERVAL);
		return new DefaultKafkaConsumerFactory<>(settings);
	}

	/**
	 * Returns the producers of a flow.
	 * @param name the name of the flow
	 * @param valueLimit the maximum size of a result, in bytes
	 * @return creates producers with transactions
	 */
	ProducerFactory<byte[], byte[]> producers(String name, long valueLimit) {
		Map<String, Object> settings = new HashMap<>(this.producerSettings);
		settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
		settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
		settings.put(ProducerConfig.ACKS_CONFIG, "all");
		settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		settings.put(ProducerConfig.CLIENT_ID_CONFIG, clientId(this.producerSettings, name));
		settings.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, PRODUCER_BATCH_SIZE);
		settings.putIfAbsent(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, RETRY_INTERVAL);
		int requestSize = Math.toIntExact(Math.max(REQUEST_SIZE, valueLimit + REQUEST_OVERHEAD));
		settings.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, requestSize);
		// the producer refuses a record that does not fit into its buffer
		settings.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) requestSize);
		settings.putIfAbsent(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, MAX_RECONNECT_INTERVAL);
		limitTime(settings);
		DefaultKafkaProducerFactory<byte[], byte[]> producers = new DefaultKafkaProducerFactory<>(settings);
		producers.setPhysicalCloseTimeout(CLOSE_SECONDS);
		Object prefix = settings.getOrDefault(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "couplet");
		// another one for each start and instance: the group of the consumers fences
		// those that have been replaced
		producers.setTransactionIdPrefix(prefix + "-" + name + "-" + UUID.randomUUID() + "-");
		return producers;
	}

	// the broker ends a transaction that takes longer. Kafka's two minutes would keep a
	// flow from stopping, for example if a topic has been deleted
	private static void limitTime(Map<String, Object> settings) {
		settings.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, TRANSACTION_TIMEOUT);
		// a combination that the producer refuses is no default
		if (Collections.disjoint(settings.keySet(), TIMES)) {
			settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT);
			settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TRANSACTION_TIMEOUT);
		}
		settings.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT);
	}

	private static String clientId(Map<String, Object> settings, String name) {
		return settings.getOrDefault(CommonClientConfigs.CLIENT_ID_CONFIG, "couplet") + "-" + name;
	}

}
