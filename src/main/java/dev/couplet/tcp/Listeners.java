package dev.couplet.tcp;

import java.nio.file.Path;
import java.util.function.ToDoubleFunction;

import dev.couplet.endpoint.Endpoints;
import dev.couplet.endpoint.FailedRequests;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.ssl.SslBundles;

/**
 * Creates the listeners of the server, and registers them as endpoints.
 */
public final class Listeners {

	private final String address;

	private final TcpProperties properties;

	private final MeterRegistry meters;

	private final Endpoints endpoints;

	private final SslBundles bundles;

	private final EventLoops loops;

	Listeners(String address, TcpProperties properties, MeterRegistry meters, Endpoints endpoints, SslBundles bundles,
			EventLoops loops) {
		this.address = address;
		this.properties = properties;
		this.meters = meters;
		this.endpoints = endpoints;
		this.bundles = bundles;
		this.loops = loops;
	}

	/**
	 * Creates a listener, without starting it.
	 * @param name the name of the endpoint
	 * @param portProperty the name of the setting for the port, for error messages
	 * @param port the port, 0 for any that is free
	 * @return the listener
	 */
	public Listener create(String name, String portProperty, int port) {
		return create(name, new ListenPort(this.address, port, portProperty), null);
	}

	/**
	 * Creates a listener that can use TLS, without starting it.
	 * @param name the name of the endpoint
	 * @param portProperty the name of the setting for the port, for error messages
	 * @param port the port, 0 for any that is free
	 * @param tls the TLS settings
	 * @return the listener
	 * @throws InvalidConfigurationPropertyValueException if the SSL bundle does not exist
	 * or cannot be used
	 */
	public Listener create(String name, String portProperty, int port, TlsSettings tls) {
		return create(name, new ListenPort(this.address, port, portProperty), Tls.create(tls, this.bundles));
	}

	/**
	 * Creates a listener on a Unix domain socket, without starting it. Its clients have
	 * no address: there is no limit for each of them, and no PROXY protocol.
	 * @param name the name of the endpoint
	 * @param pathProperty the name of the setting for the path, for error messages
	 * @param path the file of the socket
	 * @return the listener
	 */
	public Listener create(String name, String pathProperty, Path path) {
		return create(name, new ListenPath(path, pathProperty), null);
	}

	private Listener create(String name, ListenAddress address, @Nullable Tls tls) {
		Listener listener = new Listener(name, address, this.properties, this.loops, tls,
				new FailedRequests(name, this.meters));
		this.endpoints.add(listener);
		countRefused(name, listener, "max-connections", Listener::refused);
		countRefused(name, listener, "max-connections-per-address", Listener::refusedByAddress);
		return listener;
	}

	/**
	 * Creates the front of a listener whose protocol comes with its own server.
	 * @param name the name of the endpoint, which the caller registers
	 * @param tls the TLS settings
	 * @param applicationProtocol the name of the protocol in TLS (ALPN)
	 * @return the front
	 * @throws InvalidConfigurationPropertyValueException if the SSL bundle does not exist
	 * or cannot be used
	 */
	public ListenerFront front(String name, TlsSettings tls, String applicationProtocol) {
		ListenerFront front = new ListenerFront(name, this.properties, this.loops, Tls.create(tls, this.bundles),
				applicationProtocol, new FailedRequests(name, this.meters));
		countRefused(name, front, "max-connections", ListenerFront::refused);
		countRefused(name, front, "max-connections-per-address", ListenerFront::refusedByAddress);
		return front;
	}

	private <T> void countRefused(String listener, T counted, String limit, ToDoubleFunction<T> refused) {
		FunctionCounter.builder("couplet.connections.refused", counted, refused)
			.description("Connections that were closed at once because of a limit")
			.tag("listener", listener)
			.tag("limit", limit)
			.register(this.meters);
	}

}
