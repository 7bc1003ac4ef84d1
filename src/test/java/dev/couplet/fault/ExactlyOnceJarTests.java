package dev.couplet.fault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import dev.couplet.KafkaBroker;
import dev.couplet.KafkaClient;
import dev.couplet.ServerProcess;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that each record of a flow is transformed exactly once, and those of a key in
 * order, while servers and the broker are killed.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("slow")
@Tag("scale")
class ExactlyOnceJarTests {

	private static final int RECORDS = Integer.getInteger("scale.requests", 20_000);

	private static final int KEYS = 50;

	private static final int PARTITIONS = 4;

	private final List<ConsumerRecord<byte[], byte[]>> results = new ArrayList<>();

	// so that records are written while all that happens
	private final Semaphore unanswered = new Semaphore(RECORDS / 10);

	@Test
	void eachRecordIsTransformedOnceWhileServersAndTheBrokerAreKilled() {
		List<ServerProcess> servers = new ArrayList<>();
		try (KafkaBroker broker = KafkaBroker.startWithController()) {
			broker.createTopics(PARTITIONS, "once-from", "once-to", "once-failures");
			servers.add(start(broker));
			servers.add(start(broker));
			// not on the common pool, which has one thread on two processors, and waits
			// for processes
			CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(broker), Thread::startVirtualThread);
			try (KafkaClient client = new KafkaClient(broker.address(), "once-to", "once-failures")) {
				awaitResults(client, RECORDS / 10);
				servers.get(0).signal("KILL");
				servers.add(start(broker));
				awaitResults(client, RECORDS / 10 * 2);
				broker.kill();
				broker.startAgain();
				awaitResults(client, RECORDS / 10 * 4);
				// its partitions are given to others, and it must not commit when it goes
				// on
				servers.get(1).signal("STOP");
				servers.add(start(broker));
				awaitResults(client, RECORDS / 10 * 6);
				servers.get(1).signal("CONT");
				awaitResults(client, RECORDS / 10 * 8);
				servers.get(2).signal("TERM");
				awaitResults(client, RECORDS);
				assertThat(sent).succeedsWithin(1, TimeUnit.MINUTES);
				// one more is behind all others of its partition
				for (int partition = 0; partition < PARTITIONS; partition++) {
					client.send(new ProducerRecord<>("once-from", partition, bytes("end"), bytes("END")));
				}
				awaitResults(client, RECORDS + PARTITIONS);
			}
			assertThat(servers.get(2).awaitExit()).doesNotContain("ERROR");
		}
		finally {
			servers.forEach(ServerProcess::close);
		}
		assertEachOnceAndInOrder();
	}

	private static ServerProcess start(KafkaBroker broker) {
		return ServerProcess.startJar("--spring.kafka.bootstrap-servers=" + broker.address(),
				"--spring.kafka.consumer.properties[session.timeout.ms]=6000",
				"--couplet.kafka.flows.once.from=once-from", "--couplet.kafka.flows.once.to=once-to",
				"--couplet.kafka.flows.once.failures=once-failures", "--couplet.kafka.flows.once.recipe=lower-case",
				"--couplet.kafka.flows.once.concurrency=2");
	}

	private void send(KafkaBroker broker) {
		try (KafkaClient client = new KafkaClient(broker.address(), "once-to")) {
			List<Future<RecordMetadata>> sent = new ArrayList<>(RECORDS);
			for (int i = 0; i < RECORDS; i++) {
				this.unanswered.acquireUninterruptibly();
				sent.add(
						client.submit(new ProducerRecord<>("once-from", bytes("key " + i % KEYS), bytes("POEM " + i))));
			}
			assertThat(sent).allSatisfy((record) -> assertThat(record).succeedsWithin(1, TimeUnit.MINUTES));
		}
	}

	private void awaitResults(KafkaClient client, int count) {
		while (this.results.size() < count) {
			List<ConsumerRecord<byte[], byte[]>> more = client.take(Math.min(500, count - this.results.size()));
			assertThat(more).as("after " + this.results.size() + " results").isNotEmpty();
			this.results.addAll(more);
			this.unanswered.release(more.size());
		}
	}

	private void assertEachOnceAndInOrder() {
		assertThat(this.results).extracting(ConsumerRecord::topic).containsOnly("once-to");
		Map<String, List<String>> byKey = new HashMap<>();
		this.results.forEach((record) -> byKey.computeIfAbsent(text(record.key()), (_) -> new ArrayList<>())
			.add(text(record.value())));
		assertThat(byKey.remove("end")).hasSize(PARTITIONS).containsOnly("end");
		assertThat(byKey).hasSize(KEYS);
		for (int key = 0; key < KEYS; key++) {
			int first = key;
			assertThat(byKey.get("key " + key)).containsExactlyElementsOf(
					IntStream.range(0, RECORDS).filter((i) -> i % KEYS == first).mapToObj((i) -> "poem " + i).toList());
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
