package dev.couplet.protocol.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import dev.couplet.endpoint.CallerTrace;
import dev.couplet.endpoint.TransformPort;
import dev.couplet.endpoint.TransformPorts;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.CommonLoggingErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/**
 * Creates flows. What Spring's settings say of consumers and producers holds for each of
 * them, unless the flow depends on it: the serialization, the isolation, and who commits.
 */
final class FlowFactory {

	// for so long a server that vanishes in a transaction holds up the readers of a
	// topic; as in Kafka Streams
	private static final int TRANSACTION_TIMEOUT = 10_000;

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

	private static final int DEFAULT_REQUEST_SIZE = 1 << 20;

	// less than the time to drain
	private static final int CLOSE_SECONDS = 5;

	// while no broker answers
	private static final long MAX_RECONNECT_INTERVAL = 5000;

	// how soon a partition that was paused is read again
	private static final Duration POLL_TIMEOUT = Duration.ofSeconds(1);

	private static final Duration AUTHENTICATION_INTERVAL = Duration.ofSeconds(10);

	private final Map<String, Object> consumerSettings;

	private final Map<String, Object> producerSettings;

	private final TransformPorts ports;

	private final CallerTrace traces;

	private final MeterRegistry meters;

	FlowFactory(ConsumerFactory<?, ?> consumers, ProducerFactory<?, ?> producers, TransformPorts ports,
			CallerTrace traces, MeterRegistry meters) {
		this.consumerSettings = consumers.getConfigurationProperties();
		this.producerSettings = producers.getConfigurationProperties();
		this.ports = ports;
		this.traces = traces;
		this.meters = meters;
	}

	/**
	 * Creates a flow, which is not started.
	 * @param name the name of the flow
	 * @param flow its settings
	 * @return the flow
	 */
	FlowEndpoint create(String name, FlowProperties.Flow flow) {
		String endpoint = "kafka-" + name;
		TransformPort transforms = this.ports.open(endpoint);
		ConcurrentMessageListenerContainer<byte[], byte[]> container = container(name, flow);
		container.setBeanName(endpoint);
		Retries retries = new Retries(container, flow.retries(), flow.maxRetryDelay());
		FlowMeters flowMeters = new FlowMeters(name, this.meters);
		FlowListener listener = new FlowListener(name, new RecordRequests(transforms, flow, this.traces),
				new Transactions(template(name, transforms.limit().bytes()), new OutgoingRecords(name, flow)), retries,
				flowMeters);
		container.setupMessageListener(listener);
		FlowEndpoint created = new FlowEndpoint(endpoint, flow, container, listener, retries);
		container.getContainerProperties().setConsumerRebalanceListener(listener);
		flowMeters.register("couplet.kafka.lag", "Records of this instance's partitions that have not been read",
				listener, FlowListener::lag);
		flowMeters.register("couplet.kafka.partitions", "Partitions that this instance reads", created,
				FlowEndpoint::partitions);
		flowMeters.register("couplet.kafka.partitions.retrying", "Partitions with a record that is retried", retries,
				(retried) -> retried.reasons().size());
		return created;
	}

	private ConcurrentMessageListenerContainer<byte[], byte[]> container(String name, FlowProperties.Flow flow) {
		ContainerProperties properties = new ContainerProperties(flow.source());
		// by the transactions
		properties.setAckMode(ContainerProperties.AckMode.MANUAL);
		properties.setGroupId(flow.consumerGroup(name));
		properties.setPollTimeout(POLL_TIMEOUT.toMillis());
		properties.setAuthExceptionRetryInterval(AUTHENTICATION_INTERVAL);
		properties.setMicrometerEnabled(false);
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
		ConcurrentMessageListenerContainer<byte[], byte[]> container = new ConcurrentMessageListenerContainer<>(
				new DefaultKafkaConsumerFactory<>(settings), properties);
		container.setConcurrency(flow.concurrency());
		container.setCommonErrorHandler(new CommonLoggingErrorHandler());
		return container;
	}

	private KafkaTemplate<byte[], byte[]> template(String name, long valueLimit) {
		Map<String, Object> settings = new HashMap<>(this.producerSettings);
		settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
		settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
		settings.put(ProducerConfig.ACKS_CONFIG, "all");
		settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		settings.put(ProducerConfig.CLIENT_ID_CONFIG, clientId(this.producerSettings, name));
		settings.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT);
		settings.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, PRODUCER_BATCH_SIZE);
		settings.putIfAbsent(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, RETRY_INTERVAL);
		settings.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
				Math.toIntExact(Math.max(DEFAULT_REQUEST_SIZE, valueLimit + REQUEST_OVERHEAD)));
		settings.putIfAbsent(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, MAX_RECONNECT_INTERVAL);
		DefaultKafkaProducerFactory<byte[], byte[]> producers = new DefaultKafkaProducerFactory<>(settings);
		producers.setPhysicalCloseTimeout(CLOSE_SECONDS);
		Object prefix = settings.getOrDefault(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "couplet");
		// another one for each start and instance: the group of the consumers fences
		// those that have been replaced
		producers.setTransactionIdPrefix(prefix + "-" + name + "-" + UUID.randomUUID() + "-");
		return new KafkaTemplate<>(producers);
	}

	private static String clientId(Map<String, Object> settings, String name) {
		return settings.getOrDefault(CommonClientConfigs.CLIENT_ID_CONFIG, "couplet") + "-" + name;
	}

}
