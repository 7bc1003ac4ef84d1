package dev.couplet.protocol.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.BatchInterceptor;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * The topics of a flow. A consumer asks the broker about them every few seconds before it
 * polls, and the flow is paused while one is missing: a producer would block, and could
 * not say why. Thread-safe.
 */
final class Topics implements BatchInterceptor<byte[], byte[]> {

	private static final Duration INTERVAL = Duration.ofSeconds(5);

	private static final Duration INTERVAL_WHILE_MISSING = Duration.ofSeconds(1);

	private static final Duration MAX_WAIT = Duration.ofSeconds(2);

	private final Map<String, String> settings;

	private final MessageListenerContainer container;

	private final AtomicLong nextCheck = new AtomicLong(System.nanoTime());

	// as the broker said; none if one is missing
	private volatile Map<String, Integer> partitions = Map.of();

	private volatile @Nullable String problem;

	/**
	 * Creates the topics of a flow.
	 * @param name the name of the flow
	 * @param flow its settings
	 * @param container its consumers
	 */
	Topics(String name, FlowProperties.Flow flow, MessageListenerContainer container) {
		String prefix = "couplet.kafka.flows." + name;
		this.settings = new TreeMap<>(Map.of(flow.source(), prefix + ".from", flow.target(), prefix + ".to",
				flow.failureTopic(), prefix + ".failures"));
		this.container = container;
	}

	/**
	 * Returns what is wrong with a topic.
	 * @return a description with the remedy; null if all topics are there, or no broker
	 * answers
	 */
	@Nullable String problem() {
		return this.problem;
	}

	/**
	 * Returns whether records can be written.
	 * @return false if a topic is missing, or the broker has not been asked yet
	 */
	boolean areKnown() {
		return !this.partitions.isEmpty();
	}

	/**
	 * Returns the number of partitions of a topic.
	 * @param topic a topic of the flow
	 * @return the number
	 * @throws KafkaException if it is not known
	 */
	int partitions(String topic) {
		Integer count = this.partitions.get(topic);
		if (count == null) {
			throw new KafkaException("a topic of the flow is missing");
		}
		return count;
	}

	/**
	 * Asks the broker before the next poll, because a transaction has failed.
	 */
	void checkSoon() {
		this.nextCheck.set(System.nanoTime());
	}

	// made for thread-local state, but the only hook that the container calls before each
	// poll, even if there are no records, and on the thread that alone may use the
	// consumer
	@Override
	public void setupThreadState(Consumer<?, ?> consumer) {
		long now = System.nanoTime();
		long due = this.nextCheck.get();
		if (now - due >= 0 && this.nextCheck.compareAndSet(due, now + INTERVAL.toNanos())) {
			check(consumer);
		}
	}

	@Override
	public ConsumerRecords<byte[], byte[]> intercept(ConsumerRecords<byte[], byte[]> records,
			Consumer<byte[], byte[]> consumer) {
		return records;
	}

	private void check(Consumer<?, ?> consumer) {
		Map<String, Integer> found = new HashMap<>();
		List<String> problems = new ArrayList<>();
		try {
			this.settings.forEach((topic, setting) -> {
				try {
					List<PartitionInfo> partitionsOfTopic = consumer.partitionsFor(topic, MAX_WAIT);
					if (partitionsOfTopic == null || partitionsOfTopic.isEmpty()) {
						problems.add("the topic " + topic + " does not exist; create it, or correct " + setting);
					}
					else {
						found.put(topic, partitionsOfTopic.size());
					}
				}
				catch (TopicAuthorizationException ex) {
					problems.add("the server is not authorized to use the topic " + topic + " of " + setting);
				}
			});
		}
		catch (KafkaException ex) {
			// no broker answers, which the health shows; the topics are those that they
			// were
			problems.clear();
			found.clear();
			found.putAll(this.partitions);
		}
		this.partitions = problems.isEmpty() ? Map.copyOf(found) : Map.of();
		this.problem = problems.isEmpty() ? null : String.join(", and ", problems);
		if (areKnown()) {
			this.container.resume();
		}
		else {
			this.container.pause();
			this.nextCheck.set(System.nanoTime() + INTERVAL_WHILE_MISSING.toNanos());
		}
	}

}
