package dev.couplet.protocol.kafka;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import dev.couplet.CoupletApplication;
import dev.couplet.KafkaBroker;
import dev.couplet.KafkaClient;
import dev.couplet.TestCertificates;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests flows with a broker that requires SASL over TLS.
 */
@ExtendWith(OutputCaptureExtension.class)
@Tag("slow")
class SecuredBrokerIntegrationTests {

	private static int port;

	private static KafkaBroker broker;

	@BeforeAll
	static void startBroker() throws IOException {
		try (ServerSocket free = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		broker = KafkaBroker.startSecured(port);
		broker.createTopics(1, "secured-from", "secured-to", "secured-failures");
	}

	@AfterAll
	static void stopBroker() {
		broker.close();
	}

	@Test
	void aFlowAuthenticatesItselfBySpringsSettings() {
		try (ConfigurableApplicationContext _ = start("ca", KafkaBroker.PASSWORD);
				KafkaClient client = new KafkaClient(broker.address(), "secured-to")) {
			client.send(new ProducerRecord<>("secured-from", "POEM".getBytes(StandardCharsets.UTF_8)));
			client.take((record) -> new String(record.value(), StandardCharsets.UTF_8).equals("poem"));
		}
	}

	@Test
	void aWrongPasswordIsInTheHealthAndKeepsNothingElseFromBeingServed(CapturedOutput output) {
		try (ConfigurableApplicationContext server = start("ca", "high-tide")) {
			Awaitility.await().until(() -> output.getAll().contains("Authentication failed"));
			assertThat(get(server, "/actuator/health/kafka-secured")).contains("DEGRADED", "waiting for the broker");
			assertThat(get(server, "/actuator/health/readiness")).contains("UP");
		}
		assertThat(output).doesNotContain("high-tide");
	}

	@Test
	void aBrokerWithACertificateThatIsNotTrustedGetsNoPassword(CapturedOutput output) {
		try (ConfigurableApplicationContext server = start("other-ca", KafkaBroker.PASSWORD)) {
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.until(() -> output.getAll().contains("SSL handshake failed"));
			assertThat(get(server, "/actuator/health/kafka-secured")).contains("DEGRADED", "waiting for the broker");
		}
		assertThat(output).doesNotContain(KafkaBroker.PASSWORD);
	}

	private static ConfigurableApplicationContext start(String trusted, String password) {
		return SpringApplication.run(CoupletApplication.class, "--server.port=0", "--couplet.netstring.port=0",
				"--couplet.socketmap.port=0", "--couplet.grpc.port=0", "--couplet.poetry.servers[0].port=0",
				"--spring.kafka.bootstrap-servers=localhost:" + port,
				"--spring.ssl.bundle.pem.broker.truststore.certificate=" + TestCertificates.certificate(trusted),
				"--spring.kafka.ssl.bundle=broker", "--spring.kafka.security.protocol=SASL_SSL",
				"--spring.kafka.properties[sasl.mechanism]=PLAIN",
				"--spring.kafka.properties[sasl.jaas.config]="
						+ "org.apache.kafka.common.security.plain.PlainLoginModule required username=\""
						+ KafkaBroker.USER + "\" password=\"" + password + "\";",
				"--couplet.kafka.flows.secured.from=secured-from", "--couplet.kafka.flows.secured.to=secured-to",
				"--couplet.kafka.flows.secured.failures=secured-failures",
				"--couplet.kafka.flows.secured.recipe=lower-case");
	}

	private static String get(ConfigurableApplicationContext server, String path) {
		int http = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		return RestClient.create("http://localhost:" + http)
			.get()
			.uri(path)
			.exchange((_, response) -> new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));
	}

}
