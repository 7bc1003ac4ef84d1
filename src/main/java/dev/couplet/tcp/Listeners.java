package dev.couplet.tcp;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;

import dev.couplet.endpoint.FailedRequests;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.ssl.SslBundles;

/**
 * Every TCP listener of the server. What is created here gets its health component and
 * its metrics, and is drained by {@link ListenerDrain} when the server shuts down.
 */
public final class Listeners {

	private final TcpProperties properties;

	private final MeterRegistry meters;

	private final HealthContributorRegistry health;

	private final SslBundles bundles;

	private final EventLoops loops;

	private final List<Listener> listeners = new CopyOnWriteArrayList<>();

	Listeners(TcpProperties properties, MeterRegistry meters, HealthContributorRegistry health, SslBundles bundles,
			EventLoops loops) {
		this.properties = properties;
		this.meters = meters;
		this.health = health;
		this.bundles = bundles;
		this.loops = loops;
	}

	/**
	 * Creates a listener. It does not listen yet.
	 * @param name its name, in health and metrics
	 * @param portProperty the setting that its port comes from, for the message where the
	 * port cannot be bound
	 * @param port the port, 0 for any that is free
	 * @return the listener
	 */
	public Listener create(String name, String portProperty, int port) {
		return create(name, portProperty, port, (Tls) null);
	}

	/**
	 * Creates a listener that may speak TLS. It does not listen yet.
	 * @param name its name, in health and metrics
	 * @param portProperty the setting that its port comes from, for the message where the
	 * port cannot be bound
	 * @param port the port, 0 for any that is free
	 * @param tls whether it speaks TLS, and how
	 * @return the listener
	 * @throws InvalidConfigurationPropertyValueException where there is no such bundle,
	 * or it cannot be used
	 */
	public Listener create(String name, String portProperty, int port, TlsSettings tls) {
		return create(name, portProperty, port, Tls.create(tls, this.bundles));
	}

	private Listener create(String name, String portProperty, int port, @Nullable Tls tls) {
		Listener listener = new Listener(name, portProperty, port, this.properties, this.loops, tls,
				new FailedRequests(name, this.meters));
		this.listeners.add(listener);
		this.health.registerContributor(name, new ListenerHealthIndicator(listener));
		Gauge.builder("couplet.connections", listener, Listener::connections)
			.description("Clients that are connected")
			.tag("listener", name)
			.register(this.meters);
		Gauge.builder("couplet.connections.max", this.properties.tcp(), TcpProperties.Limits::mostConnections)
			.description("Clients that may be connected")
			.tag("listener", name)
			.register(this.meters);
		countRefused(listener, "max-connections", Listener::refused);
		countRefused(listener, "max-connections-per-address", Listener::refusedByAddress);
		return listener;
	}

	private void countRefused(Listener listener, String limit, ToDoubleFunction<Listener> refused) {
		FunctionCounter.builder("couplet.connections.refused", listener, refused)
			.description("Clients that were closed at once because a limit was reached")
			.tag("listener", listener.name())
			.tag("limit", limit)
			.register(this.meters);
	}

	/**
	 * What was created here.
	 * @return the listeners, in the order of their creation
	 */
	List<Listener> all() {
		return this.listeners;
	}

}
