package dev.couplet.protocol.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import dev.couplet.CoupletApplication;
import dev.couplet.KafkaBroker;
import dev.couplet.KafkaClient;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what remains of a flow when its server has stopped.
 */
class FlowStopIntegrationTests {

	@Test
	void noThreadOfKafkaRemains() {
		KafkaBroker broker = KafkaBroker.shared();
		broker.createTopics(1, "stop-from", "stop-to", "stop-failures");
		try (ConfigurableApplicationContext _ = SpringApplication.run(CoupletApplication.class,
				"--spring.kafka.bootstrap-servers=" + broker.address(), "--couplet.kafka.flows.ended.from=stop-from",
				"--couplet.kafka.flows.ended.to=stop-to", "--couplet.kafka.flows.ended.failures=stop-failures",
				"--couplet.kafka.flows.ended.recipe=lower-case", "--server.port=0", "--couplet.netstring.port=0",
				"--couplet.socketmap.port=0", "--couplet.grpc.port=0", "--couplet.poetry.servers[0].port=0");
				KafkaClient client = new KafkaClient(broker.address(), "stop-to")) {
			client.send(new ProducerRecord<>("stop-from", "POEM".getBytes(StandardCharsets.US_ASCII)));
			assertThat(client.take((_) -> true).value()).asString().isEqualTo("poem");
			assertThat(hasThread()).isTrue();
		}
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !hasThread());
	}

	// those of the consumer and of the producer have its name
	private static boolean hasThread() {
		return Thread.getAllStackTraces().keySet().stream().anyMatch((thread) -> thread.getName().contains("ended"));
	}

}
