package dev.couplet.protocol.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.couplet.endpoint.CallerTrace;
import dev.couplet.endpoint.TransformPorts;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.mock.MockProducerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what becomes of the records of a poll, with Kafka's mocks of its clients.
 */
class FlowListenerTests {

	private static final TopicPartition PARTITION = new TopicPartition("in", 0);

	private final FlowProperties.Flow flow = new FlowProperties.Flow("in", "out", "fragile", false, "failed", null, 1,
			5, Duration.ofSeconds(30));

	private final ConcurrentMessageListenerContainer<byte[], byte[]> container = new ConcurrentMessageListenerContainer<>(
			new DefaultKafkaConsumerFactory<>(Map.of()), new ContainerProperties("in"));

	private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

	private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();

	private final Topics topics = new Topics("mocked", this.flow, this.container);

	private final Retries retries = new Retries(this.container, 5, Duration.ofSeconds(30));

	private final FlowListener listener = listener();

	@BeforeEach
	void createTopics() {
		List.of("in", "out", "failed").forEach(this::create);
		this.consumer.assign(List.of(PARTITION));
		this.consumer.seek(PARTITION, 2);
	}

	private void create(String topic) {
		this.consumer.updatePartitions(topic,
				List.of(new PartitionInfo(topic, 0, Node.noNode(), new Node[0], new Node[0])));
	}

	private FlowListener listener() {
		Transform fragile = Transform.named("fragile").describedAs("Fails on some texts.").applying((text) -> {
			if (text.equals("FRAGILE")) {
				throw new IllegalStateException("broken");
			}
			return text;
		});
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		TransformService service = new TransformService(new Catalogue(List.of(fragile)), new SizeLimit(100));
		RecordRequests requests = new RecordRequests(new TransformPorts(service, meters, null).open("mocked"),
				this.flow, new CallerTrace(null));
		Transactions transactions = new Transactions(
				new KafkaTemplate<>(new MockProducerFactory<>((_, _) -> newProducer(), "mocked")),
				new OutgoingRecords("mocked", this.flow, this.topics));
		return new FlowListener("mocked", requests, transactions, this.topics, this.retries,
				new FlowMeters("mocked", meters));
	}

	private MockProducer<byte[], byte[]> newProducer() {
		MockProducer<byte[], byte[]> producer = new MockProducer<>(true, null, new ByteArraySerializer(),
				new ByteArraySerializer());
		producer.initTransactions();
		this.producers.add(producer);
		return producer;
	}

	@Test
	void aRecordIsRetriedThoughThoseBeforeItAreWritten() {
		poll("fine", "FRAGILE");
		assertThat(written()).containsExactly("fine");
		assertThat(this.retries.reasons()).containsOnlyKeys(PARTITION).containsValue("transform-failed at offset 1");
		assertThat(this.consumer.position(PARTITION)).isOne();
	}

	@Test
	void aRecordThatIsWrittenIsNotRetriedAnyMore() {
		this.retries.pause(PARTITION, 1, "transform-failed at offset 0");
		poll("fine");
		assertThat(this.retries.reasons()).isEmpty();
	}

	@Test
	void nothingIsReadWhileATopicIsMissing() {
		this.consumer.updatePartitions("out", List.of());
		poll("first", "second");
		assertThat(this.producers).isEmpty();
		assertThat(this.retries.reasons()).isEmpty();
		assertThat(this.consumer.position(PARTITION)).isZero();
		assertThat(this.container.isPauseRequested()).isTrue();
		assertThat(this.topics.problem())
			.isEqualTo("the topic out does not exist; create it, or correct couplet.kafka.flows.mocked.to");
		create("out");
		this.topics.checkSoon();
		poll("first", "second");
		assertThat(written()).containsExactly("first", "second");
		assertThat(this.container.isPauseRequested()).isFalse();
		assertThat(this.topics.problem()).isNull();
	}

	@Test
	void everyMissingTopicIsNamed() {
		List.of("failed", "in").forEach((topic) -> this.consumer.updatePartitions(topic, List.of()));
		this.topics.setupThreadState(this.consumer);
		assertThat(this.topics.problem())
			.isEqualTo("the topic failed does not exist; create it, or correct couplet.kafka.flows.mocked.failures, "
					+ "and the topic in does not exist; create it, or correct couplet.kafka.flows.mocked.from");
	}

	@Test
	void topicsStayKnownWhileNoBrokerAnswers() {
		poll("first");
		this.topics.checkSoon();
		MockConsumer<byte[], byte[]> away = new MockConsumer<>("earliest") {
			@Override
			public List<PartitionInfo> partitionsFor(String topic, Duration timeout) {
				throw new TimeoutException();
			}
		};
		this.topics.setupThreadState(away);
		assertThat(this.topics.areKnown()).isTrue();
		assertThat(this.topics.problem()).isNull();
		assertThat(this.container.isPauseRequested()).isFalse();
	}

	private void poll(String... values) {
		this.topics.setupThreadState(this.consumer);
		List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
		for (String value : values) {
			records.add(new ConsumerRecord<>("in", 0, records.size(), null, value.getBytes(StandardCharsets.UTF_8)));
		}
		this.listener.onMessage(records, this.consumer);
	}

	private List<String> written() {
		return this.producers.stream()
			.flatMap((producer) -> producer.history().stream())
			.map((record) -> new String(record.value(), StandardCharsets.UTF_8))
			.toList();
	}

}
