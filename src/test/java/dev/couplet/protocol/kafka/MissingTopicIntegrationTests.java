package dev.couplet.protocol.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import com.jayway.jsonpath.JsonPath;
import dev.couplet.CoupletApplication;
import dev.couplet.KafkaBroker;
import dev.couplet.KafkaClient;
import dev.couplet.Metrics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
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
 * Tests flows whose topics are missing, or may not be written.
 */
@ExtendWith(OutputCaptureExtension.class)
@Tag("slow")
class MissingTopicIntegrationTests {

	private static KafkaBroker broker;

	@BeforeAll
	static void startBroker() {
		broker = KafkaBroker.startWithAuthorization();
	}

	@AfterAll
	static void stopBroker() {
		broker.close();
	}

	@Test
	void aFlowSaysWhichTopicIsMissingAndRunsWhenItIsCreated(CapturedOutput output) {
		broker.createTopics(1, "late-from", "late-failures");
		try (ConfigurableApplicationContext server = start("late"); KafkaClient client = client("late-from")) {
			awaitState(server, "late", "waiting for a topic");
			assertThat(health(server, "late", "problem"))
				.isEqualTo("the topic late-to does not exist; create it, or correct couplet.kafka.flows.late.to");
			assertThat(partitions(server, "late")).isZero();
			client.send(record("late-from", "POEM"));
			await().until(() -> output.getAll()
				.contains("The flow 'late' is waiting for a topic: the topic late-to does not exist"));
			broker.createTopics(1, "late-to");
			awaitState(server, "late", "running");
			assertIsWritten("late-to", "poem");
			await().until(() -> partitions(server, "late") == 1);
			await().until(() -> output.getAll().contains("The flow 'late' is running"));
		}
	}

	@Test
	void aTopicThatIsReadMayComeLater() {
		broker.createTopics(1, "unread-to", "unread-failures");
		try (ConfigurableApplicationContext server = start("unread")) {
			awaitState(server, "unread", "waiting for a topic");
			assertThat(health(server, "unread", "problem")).contains("unread-from");
			broker.createTopics(1, "unread-from");
			awaitState(server, "unread", "running");
			try (KafkaClient client = client("unread-from")) {
				client.send(record("unread-from", "POEM"));
			}
			assertIsWritten("unread-to", "poem");
		}
	}

	@Test
	void aTopicMayBeDeletedAndCreatedAgain() {
		broker.createTopics(1, "gone-from", "gone-to", "gone-failures");
		try (ConfigurableApplicationContext server = start("gone"); KafkaClient client = client("gone-from")) {
			client.send(record("gone-from", "FIRST"));
			assertIsWritten("gone-to", "first");
			delete("gone-to");
			client.send(record("gone-from", "SECOND"));
			awaitState(server, "gone", "waiting for a topic");
			broker.createTopics(1, "gone-to");
			awaitState(server, "gone", "running");
			assertIsWritten("gone-to", "second");
		}
	}

	@Test
	void aServerStopsSoonThoughATopicIsMissing() {
		broker.createTopics(1, "stopped-from", "stopped-failures");
		ConfigurableApplicationContext server = start("stopped", "--spring.lifecycle.timeout-per-shutdown-phase=10m");
		try (KafkaClient client = client("stopped-from")) {
			client.send(record("stopped-from", "POEM"));
			awaitState(server, "stopped", "waiting for a topic");
		}
		// a producer waits for a minute
		assertThat(CompletableFuture.runAsync(server::close)).succeedsWithin(Duration.ofSeconds(30));
	}

	@Test
	void aTopicThatMayNotBeWrittenIsInTheHealth() throws Exception {
		broker.createTopics(1, "forbidden-from", "forbidden-to", "forbidden-failures");
		rule("forbidden-to", AclOperation.ALL, AclPermissionType.ALLOW);
		rule("forbidden-to", AclOperation.WRITE, AclPermissionType.DENY);
		try (ConfigurableApplicationContext server = start("forbidden");
				KafkaClient client = client("forbidden-from")) {
			client.send(record("forbidden-from", "POEM"));
			awaitState(server, "forbidden", "retrying");
			assertThat(health(server, "forbidden", "retried"))
				.contains("not-authorized: Not authorized to access topics: [forbidden-to]");
			rule("forbidden-to", AclOperation.DESCRIBE, AclPermissionType.DENY);
			awaitState(server, "forbidden", "waiting for a topic");
			assertThat(health(server, "forbidden", "problem")).isEqualTo(
					"the server is not authorized to use the topic forbidden-to of couplet.kafka.flows.forbidden.to");
		}
	}

	private static void rule(String topic, AclOperation operation, AclPermissionType permission)
			throws ExecutionException, InterruptedException {
		ResourcePattern resource = new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL);
		try (Admin admin = broker.admin()) {
			admin
				.createAcls(
						List.of(new AclBinding(resource, new AccessControlEntry("User:*", "*", operation, permission))))
				.all()
				.get();
		}
	}

	private static void delete(String topic) {
		try (Admin admin = broker.admin()) {
			admin.deleteTopics(List.of(topic)).all().toCompletionStage().toCompletableFuture().join();
		}
	}

	private static KafkaClient client(String... topics) {
		return new KafkaClient(broker.address(), topics);
	}

	private static ProducerRecord<byte[], byte[]> record(String topic, String text) {
		return new ProducerRecord<>(topic, text.getBytes(StandardCharsets.UTF_8));
	}

	private static void assertIsWritten(String topic, String text) {
		try (KafkaClient client = client(topic)) {
			client.take((record) -> new String(record.value(), StandardCharsets.UTF_8).equals(text));
		}
	}

	private static ConfigurableApplicationContext start(String flow, String... more) {
		SpringApplication server = new SpringApplication(CoupletApplication.class);
		String prefix = "--couplet.kafka.flows." + flow + ".";
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--couplet.netstring.port=0",
				"--couplet.socketmap.port=0", "--couplet.grpc.port=0", "--couplet.poetry.servers[0].port=0",
				"--spring.kafka.bootstrap-servers=" + broker.address(), prefix + "from=" + flow + "-from",
				prefix + "to=" + flow + "-to", prefix + "failures=" + flow + "-failures",
				prefix + "recipe=lower-case"));
		arguments.addAll(List.of(more));
		return server.run(arguments.toArray(String[]::new));
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofMinutes(1));
	}

	private static void awaitState(ConfigurableApplicationContext server, String flow, String state) {
		await().until(() -> health(server, flow, "state"), state::equals);
	}

	private static String health(ConfigurableApplicationContext server, String flow, String detail) {
		String body = RestClient.create("http://localhost:" + port(server))
			.get()
			.uri("/actuator/health/kafka-" + flow)
			.exchange((_, response) -> new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));
		return JsonPath.read(body, "$.details").toString().contains(detail)
				? JsonPath.read(body, "$.details." + detail).toString() : "";
	}

	private static double partitions(ConfigurableApplicationContext server, String flow) {
		return new Metrics(port(server)).value("couplet_kafka_partitions{flow=\"" + flow + "\"}");
	}

	private static int port(ConfigurableApplicationContext server) {
		return server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

}
