package dev.couplet.protocol.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.jayway.jsonpath.JsonPath;
import dev.couplet.CoupletApplication;
import dev.couplet.CoupletTest;
import dev.couplet.KafkaBroker;
import dev.couplet.KafkaClient;
import dev.couplet.Metrics;
import dev.couplet.SocketClient;
import dev.couplet.tcp.Listener;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests that a server starts and serves without the broker of its flows, and that these
 * begin when it is there.
 */
@CoupletTest
@DirtiesContext
@TestPropertySource(properties = { "couplet.kafka.flows.lower.from=lower-from", "couplet.kafka.flows.lower.to=lower-to",
		"couplet.kafka.flows.lower.failures=lower-failures", "couplet.kafka.flows.lower.recipe=lower-case" })
@ContextConfiguration(initializers = BrokerAwayIntegrationTests.KilledBroker.class)
@ExtendWith(OutputCaptureExtension.class)
@Tag("slow")
class BrokerAwayIntegrationTests {

	@Autowired
	private Listener netstringListener;

	@LocalServerPort
	private int port;

	@Autowired
	private KafkaBroker broker;

	@Test
	void otherProtocolsAreServedUntilTheBrokerIsThere(CapturedOutput output) {
		assertThat(SocketClient.exchange(this.netstringListener.port(), "27:cummingsify.HERE IS MY POEM,"))
			.isEqualTo("15:here is my poem,");
		assertThat(read("/actuator/health/kafka-lower", "$.details.state")).isEqualTo("waiting for the broker");
		assertThat(read("/actuator/health/kafka-lower", "$.status")).isEqualTo("DEGRADED");
		assertThat(read("/actuator/health/readiness", "$.status")).isEqualTo("UP");
		this.broker.startAgain();
		awaitRunning();
		assertIsTransformed("FIRST", "first");
		awaitLine(output, 0, "The flow 'lower' is running");
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> partitions() == 1);
		// and while the flow runs
		int before = output.getAll().length();
		this.broker.kill();
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> read("/actuator/health/kafka-lower", "$.details.state").equals("waiting for the broker"));
		assertThat(partitions()).isZero();
		awaitLine(output, before, "The flow 'lower' is waiting for the broker");
		this.broker.startAgain();
		awaitRunning();
		assertIsTransformed("SECOND", "second");
		awaitLine(output, before, "The flow 'lower' is running");
	}

	@Test
	void aServerStartsWhoseBrokerHasNoAddress() {
		try (ConfigurableApplicationContext server = SpringApplication.run(CoupletApplication.class,
				"--spring.kafka.bootstrap-servers=broker.invalid:9092", "--couplet.kafka.flows.lower.from=lower-from",
				"--couplet.kafka.flows.lower.to=lower-to", "--couplet.kafka.flows.lower.failures=lower-failures",
				"--couplet.kafka.flows.lower.recipe=lower-case", "--server.port=0", "--couplet.netstring.port=0",
				"--couplet.socketmap.port=0", "--couplet.grpc.port=0", "--couplet.poetry.servers[0].port=0")) {
			int http = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
			assertThat(read(http, "/actuator/health/kafka-lower", "$.details.state"))
				.isEqualTo("waiting for the broker");
			assertThat(read(http, "/actuator/health/kafka-lower", "$.details.problem")).contains("bootstrap.servers");
			assertThat(read(http, "/actuator/health/readiness", "$.status")).isEqualTo("UP");
		}
	}

	@Test
	void anInvalidSettingOfTheConsumersFailsTheStart() {
		assertThatException().isThrownBy(() -> SpringApplication.run(CoupletApplication.class,
				"--spring.kafka.properties[security.protocol]=POSTCARD", "--couplet.kafka.flows.lower.from=lower-from",
				"--couplet.kafka.flows.lower.to=lower-to", "--couplet.kafka.flows.lower.failures=lower-failures",
				"--couplet.kafka.flows.lower.recipe=lower-case", "--server.port=0", "--couplet.netstring.port=0",
				"--couplet.socketmap.port=0", "--couplet.grpc.port=0", "--couplet.poetry.servers[0].port=0"))
			.havingRootCause()
			.withMessageContaining("security.protocol");
	}

	private static void awaitLine(CapturedOutput output, int from, String line) {
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> output.getAll().indexOf(line, from) >= 0);
	}

	private void awaitRunning() {
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> read("/actuator/health/kafka-lower", "$.details.state").equals("running"));
	}

	private double partitions() {
		return new Metrics(this.port).value("couplet_kafka_partitions{flow=\"lower\"}");
	}

	private void assertIsTransformed(String text, String result) {
		try (KafkaClient client = new KafkaClient(this.broker.address(), "lower-to")) {
			client.send(new ProducerRecord<>("lower-from", text.getBytes(StandardCharsets.UTF_8)));
			client.take((record) -> new String(record.value(), StandardCharsets.UTF_8).equals(result));
		}
	}

	private String read(String path, String json) {
		return read(this.port, path, json);
	}

	private static String read(int port, String path, String json) {
		String body = RestClient.create("http://localhost:" + port)
			.get()
			.uri(path)
			.exchange((_, response) -> new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));
		return JsonPath.read(body, json);
	}

	/**
	 * A broker of its own, which has topics and is killed before the server starts.
	 */
	static final class KilledBroker implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext server) {
			KafkaBroker broker = KafkaBroker.start();
			broker.createTopics(1, "lower-from", "lower-to", "lower-failures");
			broker.kill();
			server.getBeanFactory().registerSingleton("broker", broker);
			server.addApplicationListener((event) -> {
				if (event instanceof ContextClosedEvent) {
					broker.close();
				}
			});
			TestPropertyValues.of("spring.kafka.bootstrap-servers=" + broker.address()).applyTo(server);
		}

	}

}
