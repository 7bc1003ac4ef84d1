package dev.couplet.protocol.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.jayway.jsonpath.JsonPath;
import dev.couplet.CoupletTest;
import dev.couplet.KafkaBroker;
import dev.couplet.KafkaClient;
import dev.couplet.SocketClient;
import dev.couplet.tcp.Listener;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
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

/**
 * Tests that a server starts and serves without the broker of its flows, and that these
 * begin when it is there.
 */
@CoupletTest
@DirtiesContext
@TestPropertySource(properties = { "couplet.kafka.flows.lower.from=lower-from", "couplet.kafka.flows.lower.to=lower-to",
		"couplet.kafka.flows.lower.failures=lower-failures", "couplet.kafka.flows.lower.recipe=lower-case" })
@ContextConfiguration(initializers = BrokerAwayIntegrationTests.KilledBroker.class)
class BrokerAwayIntegrationTests {

	@Autowired
	private Listener netstringListener;

	@LocalServerPort
	private int port;

	@Autowired
	private KafkaBroker broker;

	@Test
	void otherProtocolsAreServedUntilTheBrokerIsThere() {
		assertThat(SocketClient.exchange(this.netstringListener.port(), "27:cummingsify.HERE IS MY POEM,"))
			.isEqualTo("15:here is my poem,");
		assertThat(read("/actuator/health/kafka-lower", "$.details.state")).isEqualTo("waiting for the broker");
		assertThat(read("/actuator/health/kafka-lower", "$.status")).isEqualTo("DEGRADED");
		assertThat(read("/actuator/health/readiness", "$.status")).isEqualTo("UP");
		this.broker.startAgain();
		awaitRunning();
		assertIsTransformed("FIRST", "first");
		// and while the flow runs
		this.broker.kill();
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> read("/actuator/health/kafka-lower", "$.details.state").equals("waiting for the broker"));
		this.broker.startAgain();
		awaitRunning();
		assertIsTransformed("SECOND", "second");
	}

	private void awaitRunning() {
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> read("/actuator/health/kafka-lower", "$.details.state").equals("running"));
	}

	private void assertIsTransformed(String text, String result) {
		try (KafkaClient client = new KafkaClient(this.broker.address(), "lower-to")) {
			client.send(new ProducerRecord<>("lower-from", text.getBytes(StandardCharsets.UTF_8)));
			client.take((record) -> new String(record.value(), StandardCharsets.UTF_8).equals(result));
		}
	}

	private String read(String path, String json) {
		String body = RestClient.create("http://localhost:" + this.port)
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
