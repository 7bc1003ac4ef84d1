package dev.couplet.protocol.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import com.jayway.jsonpath.JsonPath;
import dev.couplet.CoupletTest;
import dev.couplet.KafkaBroker;
import dev.couplet.KafkaClient;
import dev.couplet.KafkaInitializer;
import dev.couplet.Metrics;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformService;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what a flow does with records.
 */
@CoupletTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = { "couplet.kafka.flows.copy.from=copy-from", "couplet.kafka.flows.copy.to=copy-to",
		"couplet.kafka.flows.copy.failures=copy-failures",
		"couplet.kafka.flows.copy.recipe=each-line(try(base64-decode)),cummingsify",
		"couplet.kafka.flows.spread.from=spread-from", "couplet.kafka.flows.spread.to=spread-to",
		"couplet.kafka.flows.spread.failures=spread-failures", "couplet.kafka.flows.spread.recipe=base64-decode",
		"couplet.kafka.flows.narrow.from=narrow-from", "couplet.kafka.flows.narrow.to=narrow-to",
		"couplet.kafka.flows.narrow.failures=narrow-failures", "couplet.kafka.flows.narrow.recipe=hex-encode",
		"couplet.kafka.flows.fragile.from=fragile-from", "couplet.kafka.flows.fragile.to=fragile-to",
		"couplet.kafka.flows.fragile.failures=fragile-failures",
		"couplet.kafka.flows.fragile.recipe=fragile,cummingsify", "couplet.kafka.flows.fragile.retries=3",
		"couplet.kafka.flows.fragile.max-retry-delay=1s", "couplet.kafka.flows.stubborn.from=stubborn-from",
		"couplet.kafka.flows.stubborn.to=stubborn-to", "couplet.kafka.flows.stubborn.failures=stubborn-failures",
		"couplet.kafka.flows.stubborn.recipe=fragile,cummingsify", "couplet.kafka.flows.stubborn.retries=1000",
		"couplet.kafka.flows.stubborn.max-retry-delay=1s", "couplet.kafka.flows.own.from=own-from",
		"couplet.kafka.flows.own.to=own-to", "couplet.kafka.flows.own.failures=own-failures",
		"couplet.kafka.flows.own.recipe-header=true", "couplet.kafka.flows.own.recipe=upper-case" })
@ContextConfiguration(initializers = { FlowIntegrationTests.Topics.class, KafkaInitializer.class })
@Import(FlowIntegrationTests.FragileTransform.class)
class FlowIntegrationTests {

	private KafkaClient client;

	@LocalServerPort
	private int port;

	@Autowired
	private FragileTransform fragile;

	@Autowired
	private TransformService service;

	@BeforeAll
	void connect() {
		this.client = new KafkaClient(KafkaBroker.shared().address(), "copy-to", "copy-failures", "spread-to",
				"spread-failures", "narrow-to", "narrow-failures", "fragile-to", "fragile-failures", "stubborn-to",
				"own-to", "own-failures");
	}

	@AfterAll
	void disconnect() {
		this.client.close();
	}

	@AfterEach
	void mend() {
		this.fragile.broken = false;
		this.service.start();
	}

	@Test
	void aRecordKeepsItsKeyHeadersTimestampAndPartition() {
		List<Header> headers = List.of(new RecordHeader("a", bytes("1")), new RecordHeader("a", bytes("2")),
				new RecordHeader("none", null));
		this.client.send(new ProducerRecord<>("copy-from", 2, 1_700_000_000_123L, bytes("key"),
				bytes("The end.\nTU9PTg=="), headers));
		ConsumerRecord<byte[], byte[]> result = this.client.take(of("copy-to"));
		assertThat(text(result.value())).isEqualTo("the end.\nmoon");
		assertThat(text(result.key())).isEqualTo("key");
		assertThat(result.timestamp()).isEqualTo(1_700_000_000_123L);
		assertThat(result.partition()).isEqualTo(2);
		assertThat(result.headers().toArray()).containsExactlyElementsOf(headers);
	}

	@Test
	void aRecordWithoutAValueStaysOne() {
		this.client.send(new ProducerRecord<>("copy-from", 0, bytes("deleted"), null));
		this.client.send(new ProducerRecord<>("copy-from", 0, null, bytes("")));
		ConsumerRecord<byte[], byte[]> tombstone = this.client.take(of("copy-to"));
		assertThat(tombstone.value()).isNull();
		assertThat(text(tombstone.key())).isEqualTo("deleted");
		ConsumerRecord<byte[], byte[]> empty = this.client.take(of("copy-to"));
		assertThat(empty.value()).isEmpty();
		assertThat(empty.key()).isNull();
	}

	@Test
	void recordsOfAKeyKeepTheirOrderWhereTheTopicsHaveDifferentNumbersOfPartitions() {
		for (int i = 0; i < 300; i++) {
			this.client.send(new ProducerRecord<>("spread-from", bytes("key " + i % 7), base64(Integer.toString(i))));
		}
		List<ConsumerRecord<byte[], byte[]>> results = IntStream.range(0, 300)
			.mapToObj((_) -> this.client.take(of("spread-to")))
			.toList();
		for (int key = 0; key < 7; key++) {
			String name = "key " + key;
			List<ConsumerRecord<byte[], byte[]>> ofKey = results.stream()
				.filter((record) -> text(record.key()).equals(name))
				.toList();
			assertThat(ofKey).extracting((record) -> Integer.parseInt(text(record.value())))
				.isSorted()
				.hasSize((300 - key + 6) / 7);
			assertThat(ofKey).extracting(ConsumerRecord::partition).containsOnly(ofKey.getFirst().partition());
		}
		assertThat(results).extracting(ConsumerRecord::partition).contains(0, 1, 2);
	}

	@Test
	void aRefusedValueGoesToTheFailuresWithTheReasonThePlaceAndItsOrigin(CapturedOutput output) {
		this.client.send(new ProducerRecord<>("spread-from", bytes("before"), base64("fine")));
		long offset = this.client.send(new ProducerRecord<>("spread-from", null, 1_700_000_000_000L, bytes("key"),
				bytes("ROSEBUD!"), List.of(new RecordHeader("mine", bytes("x")))));
		this.client.send(new ProducerRecord<>("spread-from", bytes("after"), base64("fine")));
		ConsumerRecord<byte[], byte[]> failure = this.client.take(of("spread-failures"));
		assertThat(text(failure.value())).isEqualTo("ROSEBUD!");
		assertThat(text(failure.key())).isEqualTo("key");
		assertThat(failure.timestamp()).isEqualTo(1_700_000_000_000L);
		assertThat(headers(failure)).containsEntry("mine", "x")
			.containsEntry("couplet-flow", "spread")
			.containsEntry("couplet-reason", "value-refused")
			.containsEntry("couplet-step", "1")
			.containsEntry("couplet-position", "character 8")
			.containsEntry("couplet-topic", "spread-from")
			.containsEntry("couplet-partition", "0")
			.containsEntry("couplet-offset", Long.toString(offset))
			.containsEntry("couplet-timestamp", "1700000000000")
			.hasEntrySatisfying("couplet-message",
					(message) -> assertThat(message).startsWith("step 1, base64-decode: ").doesNotContain("ROSEBUD"));
		assertThat(text(this.client.take(of("spread-to")).value())).isEqualTo("fine");
		assertThat(text(this.client.take(of("spread-to")).value())).isEqualTo("fine");
		assertThat(output).doesNotContain("ROSEBUD");
	}

	@Test
	void aRecordHasARecipeOfItsOwn() {
		this.client.send(new ProducerRecord<>("own-from", null, (Long) null, null, bytes("Own"),
				List.of(new RecordHeader("couplet-recipe", bytes("reverse")))));
		this.client.send(new ProducerRecord<>("own-from", bytes("Flow")));
		this.client.send(new ProducerRecord<>("own-from", null, (Long) null, null, bytes("Bad"),
				List.of(new RecordHeader("couplet-recipe", new byte[] { (byte) 0xFF }))));
		assertThat(text(this.client.take(of("own-to")).value())).isEqualTo("nwO");
		assertThat(text(this.client.take(of("own-to")).value())).isEqualTo("FLOW");
		assertThat(headers(this.client.take(of("own-failures")))).containsEntry("couplet-reason", "malformed-text");
	}

	@Test
	void aResultThatIsTooLargeForTheTopicIsAFailureAndTheOthersAreWritten() {
		String large = "x".repeat(3000);
		this.client.send(new ProducerRecord<>("narrow-from", bytes("1"), bytes("one")));
		this.client.send(new ProducerRecord<>("narrow-from", bytes("2"), bytes(large)));
		this.client.send(new ProducerRecord<>("narrow-from", bytes("3"), bytes("three")));
		ConsumerRecord<byte[], byte[]> failure = this.client.take(of("narrow-failures"));
		assertThat(text(failure.value())).isEqualTo(large);
		assertThat(headers(failure)).containsEntry("couplet-reason", "too-large")
			.containsEntry("couplet-message", "the result is larger than the broker or the topic allows");
		assertThat(text(this.client.take(of("narrow-to")).value())).isEqualTo("6f6e65");
		assertThat(text(this.client.take(of("narrow-to")).value())).isEqualTo("7468726565");
	}

	@Test
	void aValueThatIsLargerThanAnyThatIsTransformedIsKeptInTheFailures() {
		int size = 3 << 20;
		this.client.send(new ProducerRecord<>("copy-from", 0, null, bytes("x".repeat(size))));
		ConsumerRecord<byte[], byte[]> failure = this.client.take(of("copy-failures"));
		assertThat(failure.value()).hasSize(size);
		assertThat(headers(failure)).containsEntry("couplet-reason", "too-large")
			.doesNotContainKey("couplet-value-omitted");
	}

	@Test
	void aRecordThatEvenTheTopicOfTheFailuresDoesNotTakeIsNamedThere() {
		long offset = this.client.send(new ProducerRecord<>("narrow-from", bytes("1"), bytes("x".repeat(30_000))));
		this.client.send(new ProducerRecord<>("narrow-from", bytes("3"), bytes("three")));
		ConsumerRecord<byte[], byte[]> failure = this.client.take(of("narrow-failures"));
		assertThat(failure.value()).isEmpty();
		assertThat(text(failure.key())).isEqualTo("narrow-from-0@" + offset);
		assertThat(headers(failure)).containsEntry("couplet-reason", "too-large")
			.containsEntry("couplet-value-omitted", "true")
			.containsEntry("couplet-offset", Long.toString(offset));
		assertThat(text(this.client.take(of("narrow-to")).value())).isEqualTo("7468726565");
	}

	@Test
	void aRecordWhoseTimestampTheTopicDoesNotTakeIsAFailure() {
		long tomorrow = System.currentTimeMillis() + 86_400_000;
		this.client.send(new ProducerRecord<>("narrow-from", 0, tomorrow, bytes("1"), bytes("one")));
		this.client.send(new ProducerRecord<>("narrow-from", bytes("3"), bytes("three")));
		ConsumerRecord<byte[], byte[]> failure = this.client.take(of("narrow-failures"));
		assertThat(headers(failure)).containsEntry("couplet-reason", "malformed-request")
			.containsEntry("couplet-timestamp", Long.toString(tomorrow));
		assertThat(text(this.client.take(of("narrow-to")).value())).isEqualTo("7468726565");
	}

	@Test
	void aTransformThatFailsIsRetriedInOrderWhileOtherPartitionsGoOn() {
		this.fragile.broken = true;
		this.client.send(new ProducerRecord<>("stubborn-from", 0, null, bytes("FRAGILE 1")));
		this.client.send(new ProducerRecord<>("stubborn-from", 0, null, bytes("2")));
		await().until(() -> health("stubborn").contains("transform-failed at offset"));
		this.client.send(new ProducerRecord<>("stubborn-from", 1, null, bytes("OTHER")));
		assertThat(text(this.client.take(of("stubborn-to")).value())).isEqualTo("other");
		assertThat(JsonPath.<String>read(health("stubborn"), "$.status")).isEqualTo("DEGRADED");
		assertThat(JsonPath.<String>read(health("stubborn"), "$.details.state")).isEqualTo("retrying");
		this.fragile.broken = false;
		assertThat(text(this.client.take(of("stubborn-to")).value())).isEqualTo("fragile 1");
		assertThat(text(this.client.take(of("stubborn-to")).value())).isEqualTo("2");
		await().until(() -> JsonPath.<String>read(health("stubborn"), "$.status").equals("UP"));
	}

	@Test
	void aRecordThatKeepsFailingGoesToTheFailuresAndTheNextIsTransformed() {
		Metrics metrics = new Metrics(this.port);
		double retries = metrics.value("couplet_kafka_retries_total{flow=\"fragile\"}");
		this.fragile.broken = true;
		this.client.send(new ProducerRecord<>("fragile-from", 0, null, bytes("FRAGILE")));
		this.client.send(new ProducerRecord<>("fragile-from", 0, null, bytes("NEXT")));
		ConsumerRecord<byte[], byte[]> failure = this.client.take(of("fragile-failures"));
		assertThat(text(failure.value())).isEqualTo("FRAGILE");
		assertThat(headers(failure)).containsEntry("couplet-reason", "transform-failed");
		assertThat(text(this.client.take(of("fragile-to")).value())).isEqualTo("next");
		assertThat(metrics.value("couplet_kafka_retries_total{flow=\"fragile\"}")).isEqualTo(retries + 3);
	}

	@Test
	void aRecordWaitsUntilTheServiceIsAvailableWithoutLimitOrFailure() {
		this.service.stop();
		long offset = this.client.send(new ProducerRecord<>("fragile-from", 0, null, bytes("PATIENT")));
		Metrics metrics = new Metrics(this.port);
		double retries = metrics.value("couplet_kafka_retries_total{flow=\"fragile\"}");
		// more often than a record is retried that fails
		await().until(() -> metrics.value("couplet_kafka_retries_total{flow=\"fragile\"}") >= retries + 4);
		assertThat(health("fragile")).contains("unavailable at offset " + offset);
		this.service.start();
		assertThat(text(this.client.take(of("fragile-to")).value())).isEqualTo("patient");
	}

	@Test
	void aFlowHasMetricsAndHealth() {
		Metrics metrics = new Metrics(this.port);
		double transformed = metrics.value("couplet_kafka_records_total{flow=\"copy\",outcome=\"transformed\"}");
		double failed = metrics.value("couplet_kafka_records_total{flow=\"copy\",outcome=\"failed\"}");
		this.client.send(new ProducerRecord<>("copy-from", 0, null, bytes("FINE")));
		this.client.send(new ProducerRecord<>("copy-from", 0, null, new byte[] { (byte) 0xFF }));
		this.client.take(of("copy-to"));
		this.client.take(of("copy-failures"));
		await().untilAsserted(() -> {
			assertThat(metrics.value("couplet_kafka_records_total{flow=\"copy\",outcome=\"transformed\"}"))
				.isEqualTo(transformed + 1);
			assertThat(metrics.value("couplet_kafka_records_total{flow=\"copy\",outcome=\"failed\"}"))
				.isEqualTo(failed + 1);
			assertThat(metrics.value("couplet_kafka_lag{flow=\"copy\"}")).isZero();
		});
		assertThat(metrics.value("couplet_kafka_partitions{flow=\"copy\"}")).isEqualTo(3);
		assertThat(metrics.value("couplet_kafka_partitions_retrying{flow=\"copy\"}")).isZero();
		assertThat(metrics.lines()).noneMatch((line) -> line.startsWith("spring_kafka_template"));
		assertThat(JsonPath.<Map<String, Object>>read(health("copy"), "$.details"))
			.containsAllEntriesOf(Map.of("from", "copy-from", "to", "copy-to", "state", "running", "partitions", 3));
	}

	@Test
	void aPausedPartitionHasALag() {
		this.fragile.broken = true;
		Metrics metrics = new Metrics(this.port);
		for (int i = 0; i < 10; i++) {
			this.client.send(new ProducerRecord<>("stubborn-from", 0, null, bytes("FRAGILE")));
		}
		await().until(() -> metrics.value("couplet_kafka_lag{flow=\"stubborn\"}") >= 1);
		await().until(() -> metrics.value("couplet_kafka_partitions_retrying{flow=\"stubborn\"}") == 1);
		this.fragile.broken = false;
		for (int i = 0; i < 10; i++) {
			this.client.take(of("stubborn-to"));
		}
		await().until(() -> metrics.value("couplet_kafka_lag{flow=\"stubborn\"}") == 0);
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofMinutes(1));
	}

	private String health(String flow) {
		return Objects.requireNonNull(RestClient.create("http://localhost:" + this.port)
			.get()
			.uri("/actuator/health/kafka-" + flow)
			.retrieve()
			.body(String.class));
	}

	private static Predicate<ConsumerRecord<byte[], byte[]>> of(String topic) {
		return (record) -> record.topic().equals(topic);
	}

	private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
		Map<String, String> headers = new HashMap<>();
		record.headers().forEach((header) -> headers.put(header.key(), text(header.value())));
		return headers;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] base64(String text) {
		return Base64.getEncoder().encode(bytes(text));
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

	/**
	 * Topics that are not the usual ones.
	 */
	static final class Topics implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext server) {
			KafkaBroker broker = KafkaBroker.shared();
			broker.createTopics(3, "copy-from", "copy-to", "spread-to");
			broker.createTopics(2, "stubborn-from", "stubborn-to");
			broker.createTopics(List.of(
					new NewTopic("narrow-from", 1, (short) 1)
						.configs(Map.of("message.timestamp.after.max.ms", "999999999")),
					limited("narrow-to", 5000), limited("narrow-failures", 10_000)));
		}

		private static NewTopic limited(String name, int size) {
			return new NewTopic(name, 1, (short) 1).configs(Map.of("max.message.bytes", Integer.toString(size)));
		}

	}

	/**
	 * A transform that fails on some texts while it is broken.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class FragileTransform {

		private volatile boolean broken;

		@Bean
		Transform fragileTransform() {
			return Transform.named("fragile").describedAs("Fails while it is broken.").applying((text) -> {
				if (this.broken && text.startsWith("FRAGILE")) {
					throw new IllegalStateException("broken");
				}
				return text;
			});
		}

	}

}
