package dev.couplet.protocol.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.couplet.endpoint.Endpoint;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.boot.health.contributor.Health;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * A Kafka flow as an endpoint.
 */
final class FlowEndpoint implements Endpoint {

	private static final Logger logger = LoggerFactory.getLogger(FlowEndpoint.class);

	private static final Duration INTERVAL = Duration.ofSeconds(5);

	private final String name;

	private final FlowProperties.Flow flow;

	private final ConcurrentMessageListenerContainer<byte[], byte[]> container;

	private final FlowListener listener;

	private final FlowStatus status;

	private volatile boolean draining;

	private FlowStatus.Activity logged = FlowStatus.Activity.RUNNING;

	private CompletableFuture<Void> nextCheck = CompletableFuture.completedFuture(null);

	private volatile CountDownLatch stopped = new CountDownLatch(0);

	FlowEndpoint(String name, FlowProperties.Flow flow, ConcurrentMessageListenerContainer<byte[], byte[]> container,
			FlowListener listener, FlowStatus status) {
		this.name = name;
		this.flow = flow;
		this.container = container;
		this.listener = listener;
		this.status = status;
	}

	/**
	 * Returns the name of a flow among the endpoints.
	 * @param flow the name in the settings
	 * @return the name in health and metrics
	 */
	static String name(String flow) {
		return "kafka-" + flow;
	}

	/**
	 * Starts the consumers, or tries again later if the name of the broker cannot be
	 * resolved: a consumer cannot be created without an address.
	 * @throws KafkaException if a setting of the consumers is invalid
	 */
	void start() {
		this.draining = false;
		this.listener.setStopping(false);
		startConsumers();
		checkLater();
	}

	// not under the lock, because a drain must not wait until names are resolved
	private void startConsumers() {
		try {
			this.container.start();
		}
		catch (RuntimeException ex) {
			this.status.consumersNotCreated(String.valueOf(NestedExceptionUtils.getMostSpecificCause(ex).getMessage()));
			this.container.stop();
			if (!(ex.getCause() instanceof ConfigException)) {
				throw ex;
			}
			return;
		}
		endStart();
	}

	private synchronized void endStart() {
		this.status.consumersCreated();
		if (this.draining) {
			// the drain has not found them
			this.container.stop(() -> {
			});
		}
	}

	private synchronized void checkLater() {
		if (!this.draining) {
			this.nextCheck.cancel(false);
			this.nextCheck = CompletableFuture.runAsync(this::check,
					CompletableFuture.delayedExecutor(INTERVAL.toSeconds(), TimeUnit.SECONDS));
		}
	}

	private void check() {
		try {
			if (!this.draining && !this.status.hasConsumers()) {
				startConsumers();
			}
			logChange();
		}
		catch (RuntimeException ex) {
			// nobody else would see it. The next check tries again
			logger.error("The flow '{}' does not start", this.name, ex);
		}
		checkLater();
	}

	private synchronized void logChange() {
		if (this.draining) {
			return;
		}
		FlowStatus.State state = state();
		if (state.activity() != this.logged) {
			this.logged = state.activity();
			logger.atLevel((state.activity() == FlowStatus.Activity.RUNNING) ? Level.INFO : Level.WARN)
				.log("The flow '{}' is {}{}", this.name, state.activity(),
						(state.problem() != null) ? ": " + state.problem() : "");
		}
	}

	@Override
	public String name() {
		return name(this.name);
	}

	@Override
	public String place() {
		return "from topic " + this.flow.source() + " to " + this.flow.target();
	}

	@Override
	public synchronized void beginDrain() {
		this.draining = true;
		this.nextCheck.cancel(false);
		CountDownLatch end = new CountDownLatch(1);
		this.stopped = end;
		this.listener.setStopping(true);
		if (this.status.hasConsumers()) {
			this.container.stop(end::countDown);
		}
		else {
			// a start that is in progress stops those that it creates
			end.countDown();
		}
	}

	@Override
	public void awaitDrain() throws InterruptedException {
		this.stopped.await();
		this.listener.close();
	}

	@Override
	public Health health() {
		FlowStatus.State state = state();
		Health.Builder health = (state.activity() == FlowStatus.Activity.RUNNING) ? Health.up()
				: Health.status(DEGRADED);
		health.withDetail("from", this.flow.source())
			.withDetail("to", this.flow.target())
			.withDetail("state", state.activity().toString())
			.withDetail("partitions", this.status.partitions());
		if (state.problem() != null) {
			health.withDetail("problem", state.problem());
		}
		Map<String, String> retried = this.status.retried();
		if (!retried.isEmpty()) {
			health.withDetail("retried", retried);
		}
		return health.build();
	}

	private FlowStatus.State state() {
		return this.draining ? new FlowStatus.State(FlowStatus.Activity.STOPPED) : this.status.state();
	}

}
