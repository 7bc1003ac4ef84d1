package dev.couplet.endpoint;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import dev.couplet.transform.LoggableFailure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;

/**
 * The endpoints of the server. Each has a health component, appears in the log at
 * startup, and is drained at shutdown; those that listen have gauges.
 */
public final class Endpoints {

	private static final Logger logger = LoggerFactory.getLogger(Endpoints.class);

	private final MeterRegistry meters;

	private final HealthContributorRegistry health;

	private volatile CountDownLatch drained = new CountDownLatch(0);

	private final List<Endpoint> endpoints = new CopyOnWriteArrayList<>();

	/**
	 * Creates an empty set of endpoints.
	 * @param meters the registry for gauges
	 * @param health the registry for health components
	 */
	public Endpoints(MeterRegistry meters, HealthContributorRegistry health) {
		this.meters = meters;
		this.health = health;
	}

	/**
	 * Adds an endpoint. It need not serve yet.
	 * @param endpoint an endpoint with a unique name
	 * @throws IllegalStateException if another endpoint has the same name
	 */
	public void add(Endpoint endpoint) {
		this.health.registerContributor(endpoint.name(), (HealthIndicator) endpoint::health);
		this.endpoints.add(endpoint);
		if (endpoint instanceof ListeningEndpoint listening) {
			register(listening);
		}
	}

	private void register(ListeningEndpoint endpoint) {
		Gauge.builder("couplet.connections", endpoint, ListeningEndpoint::connections)
			.description("Open connections")
			.tag("listener", endpoint.name())
			.register(this.meters);
		Gauge.builder("couplet.connections.max", endpoint, ListeningEndpoint::maxConnections)
			.description("Connections that may be open at a time")
			.tag("listener", endpoint.name())
			.register(this.meters);
	}

	/**
	 * Logs the places of all endpoints in one line. Called when all of them have started.
	 */
	void logEndpoints() {
		logger.info("Serving {}",
				this.endpoints.stream()
					.sorted(Comparator.comparing(Endpoint::name))
					.map((endpoint) -> endpoint.name() + " " + endpoint.place())
					.collect(Collectors.joining(", ")));
	}

	/**
	 * Drains all endpoints in parallel, and waits until they are drained. An endpoint
	 * that fails does not keep the others from being drained.
	 */
	void drain() {
		CountDownLatch end = new CountDownLatch(1);
		this.drained = end;
		try {
			drainAll();
		}
		finally {
			end.countDown();
		}
	}

	/**
	 * Waits until a drain that has begun is complete.
	 * @param timeout the maximum time
	 */
	void awaitDrain(Duration timeout) {
		try {
			this.drained.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void drainAll() {
		List<Endpoint> draining = this.endpoints.stream().filter(Endpoints::beginDrain).toList();
		try (ExecutorService waiting = Executors
			.newThreadPerTaskExecutor(Thread.ofVirtual().name("drain-", 0).factory())) {
			for (Endpoint endpoint : draining) {
				Callable<?> drained = () -> {
					endpoint.awaitDrain();
					return null;
				};
				waiting.submit(drained);
			}
		}
	}

	private static boolean beginDrain(Endpoint endpoint) {
		try {
			endpoint.beginDrain();
			return true;
		}
		catch (RuntimeException ex) {
			logger.error("{} cannot be drained", endpoint.name(), LoggableFailure.of(ex));
			return false;
		}
	}

}
