package dev.couplet.endpoint;

import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;

/**
 * All endpoints of the server. An endpoint that is added gets a health component and
 * gauges, is named in the start line, and is drained with the others when the server
 * shuts down.
 */
public final class Endpoints {

	private static final Logger logger = LoggerFactory.getLogger(Endpoints.class);

	private final MeterRegistry meters;

	private final HealthContributorRegistry health;

	private final List<Endpoint> endpoints = new CopyOnWriteArrayList<>();

	/**
	 * Creates an empty set of endpoints.
	 * @param meters where gauges are registered
	 * @param health where health components are registered
	 */
	public Endpoints(MeterRegistry meters, HealthContributorRegistry health) {
		this.meters = meters;
		this.health = health;
	}

	/**
	 * Adds an endpoint, which need not listen yet.
	 * @param endpoint an endpoint whose name no other has
	 * @throws IllegalStateException if there is an endpoint of that name
	 */
	public void add(Endpoint endpoint) {
		this.health.registerContributor(endpoint.name(), (HealthIndicator) () -> health(endpoint));
		this.endpoints.add(endpoint);
		Gauge.builder("couplet.connections", endpoint, Endpoint::connections)
			.description("Open connections")
			.tag("listener", endpoint.name())
			.register(this.meters);
		Gauge.builder("couplet.connections.max", endpoint, Endpoint::maxConnections)
			.description("Connections that may be open at a time")
			.tag("listener", endpoint.name())
			.register(this.meters);
	}

	private static Health health(Endpoint endpoint) {
		InetSocketAddress address = endpoint.address();
		Health.Builder builder = endpoint.isListening() ? Health.up() : Health.down();
		if (address != null) {
			builder.withDetail("port", address.getPort());
		}
		return builder.withDetail("tls", endpoint.usesTls()).withDetail("connections", endpoint.connections()).build();
	}

	/**
	 * Logs the place of every endpoint in one line. Called when all of them have started.
	 */
	void logPlaces() {
		logger.info("Serving {}",
				this.endpoints.stream()
					.sorted(Comparator.comparing(Endpoint::name))
					.map((endpoint) -> endpoint.name() + " on " + endpoint.place())
					.collect(Collectors.joining(", ")));
	}

	/**
	 * Drains all endpoints at the same time, and waits until that is complete.
	 */
	void drain() {
		this.endpoints.forEach(Endpoint::beginDrain);
		try (ExecutorService waiting = Executors
			.newThreadPerTaskExecutor(Thread.ofVirtual().name("drain-", 0).factory())) {
			for (Endpoint endpoint : this.endpoints) {
				Callable<?> drained = () -> {
					endpoint.awaitDrain();
					return null;
				};
				waiting.submit(drained);
			}
		}
	}

}
