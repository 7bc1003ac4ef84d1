package dev.couplet.protocol.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.couplet.endpoint.Endpoint;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * A Kafka flow as an endpoint.
 */
final class FlowEndpoint implements Endpoint {

	private static final Logger logger = LoggerFactory.getLogger(FlowEndpoint.class);

	private static final Duration START_INTERVAL = Duration.ofSeconds(5);

	// three times the interval of heartbeats
	private static final Duration MAX_SILENCE = Duration.ofSeconds(10);

	private final String name;

	private final FlowProperties.Flow flow;

	private final ConcurrentMessageListenerContainer<byte[], byte[]> container;

	private final FlowListener listener;

	private final Retries retries;

	private volatile boolean draining;

	private volatile CountDownLatch stopped = new CountDownLatch(0);

	FlowEndpoint(String name, FlowProperties.Flow flow, ConcurrentMessageListenerContainer<byte[], byte[]> container,
			FlowListener listener, Retries retries) {
		this.name = name;
		this.flow = flow;
		this.container = container;
		this.listener = listener;
		this.retries = retries;
	}

	/**
	 * Starts the consumers, or tries again later if the name of the broker cannot be
	 * resolved: a consumer cannot be created without an address.
	 * @throws KafkaException if a setting of the consumers is invalid
	 */
	synchronized void start() {
		this.draining = false;
		this.listener.setStopping(false);
		startConsumers();
	}

	private synchronized void startConsumers() {
		if (this.draining) {
			return;
		}
		try {
			this.container.start();
		}
		catch (KafkaException ex) {
			if (!(ex.getCause() instanceof ConfigException)) {
				throw ex;
			}
			logger.warn("The flow '{}' waits for the broker: {}", this.name, ex.getCause().getMessage());
			this.container.stop();
			CompletableFuture.delayedExecutor(START_INTERVAL.toSeconds(), TimeUnit.SECONDS).execute(this::startAgain);
		}
	}

	private void startAgain() {
		try {
			startConsumers();
		}
		catch (KafkaException ex) {
			// nobody else would see it
			logger.error("The flow '{}' does not start", this.name, ex);
		}
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public String place() {
		return "from topic " + this.flow.source() + " to " + this.flow.target();
	}

	@Override
	public synchronized void beginDrain() {
		this.draining = true;
		CountDownLatch end = new CountDownLatch(1);
		this.stopped = end;
		this.listener.setStopping(true);
		this.container.stop(end::countDown);
	}

	@Override
	public void awaitDrain() throws InterruptedException {
		this.stopped.await();
		this.listener.close();
	}

	@Override
	public Health health() {
		Map<TopicPartition, String> retried = this.retries.reasons();
		String state = state(retried);
		Health.Builder health = state.equals("running") ? Health.up() : Health.status(DEGRADED);
		health.withDetail("from", this.flow.source())
			.withDetail("to", this.flow.target())
			.withDetail("state", state)
			.withDetail("partitions", partitions());
		if (!retried.isEmpty()) {
			Map<String, String> reasons = new TreeMap<>();
			retried.forEach((partition, reason) -> reasons.put(partition.toString(), reason));
			health.withDetail("retried", reasons);
		}
		return health.build();
	}

	private String state(Map<TopicPartition, String> retried) {
		if (this.draining || !this.container.isInExpectedState()) {
			return "stopped";
		}
		if (!hasBroker()) {
			return "waiting for the broker";
		}
		return retried.isEmpty() ? "running" : "retrying";
	}

	private boolean hasBroker() {
		return metrics("last-heartbeat-seconds-ago")
			.anyMatch((seconds) -> seconds >= 0 && seconds <= MAX_SILENCE.toSeconds());
	}

	/**
	 * Returns how many partitions this instance reads. Consumers keep those that they
	 * have while no broker answers, but read nothing.
	 * @return 0 or more
	 */
	int partitions() {
		Collection<TopicPartition> assigned = this.container.getAssignedPartitions();
		return (assigned != null && hasBroker()) ? assigned.size() : 0;
	}

	private Stream<Double> metrics(String metric) {
		return this.container.metrics()
			.values()
			.stream()
			.flatMap((metrics) -> metrics.entrySet().stream())
			.filter((entry) -> entry.getKey().name().equals(metric))
			.map((entry) -> (Double) entry.getValue().metricValue());
	}

}
