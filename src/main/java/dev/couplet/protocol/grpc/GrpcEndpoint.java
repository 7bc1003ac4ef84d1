package dev.couplet.protocol.grpc;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import dev.couplet.endpoint.ListeningEndpoint;
import dev.couplet.tcp.ListenerFront;
import io.grpc.Server;
import io.netty.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

import org.springframework.grpc.server.GrpcServerFactory;

/**
 * The gRPC server as an endpoint.
 */
final class GrpcEndpoint implements ListeningEndpoint {

	/**
	 * The time without a call after which the drain is complete, while clients are
	 * connected: their next call may be in flight.
	 */
	private static final Duration GRACE = Duration.ofMillis(500);

	private static final Duration INTERVAL = Duration.ofMillis(10);

	private final String name;

	private final InetSocketAddress configured;

	private final GrpcServerFactory factory;

	private final ListenerFront front;

	private final OpenCalls calls;

	private volatile @Nullable Server server;

	private @Nullable ScheduledFuture<?> expiry;

	GrpcEndpoint(String name, InetSocketAddress configured, GrpcServerFactory factory, ListenerFront front,
			OpenCalls calls) {
		this.name = name;
		this.configured = configured;
		this.factory = factory;
		this.front = front;
		this.calls = calls;
	}

	void start() {
		this.calls.setDraining(false);
		Server created = this.factory.createServer();
		try {
			this.server = created.start();
		}
		catch (IOException ex) {
			throw this.front.startFailure(this.configured, GrpcConfiguration.PORT, ex);
		}
		this.expiry = this.front.loops().next().scheduleAtFixedRate(this.calls::expire, 1, 1, TimeUnit.SECONDS);
	}

	void stop() {
		Server current = this.server;
		if (current == null) {
			return;
		}
		if (this.expiry != null) {
			this.expiry.cancel(false);
		}
		current.shutdownNow();
		try {
			current.awaitTermination(1, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public @Nullable SocketAddress address() {
		return this.front.address();
	}

	@Override
	public boolean usesTls() {
		return this.front.usesTls();
	}

	@Override
	public boolean isListening() {
		return this.front.isListening();
	}

	@Override
	public int connections() {
		return this.front.connections();
	}

	@Override
	public int maxConnections() {
		return this.front.maxConnections();
	}

	@Override
	public void beginDrain() {
		this.front.beginDrain();
		this.calls.setDraining(true);
	}

	@Override
	public void awaitDrain() throws InterruptedException {
		this.front.awaitClosed();
		Server current = this.server;
		if (current == null) {
			return;
		}
		// tells clients to make no more calls on their connections
		current.shutdown();
		long idleSince = System.nanoTime();
		while (!current.awaitTermination(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)
				&& System.nanoTime() - idleSince < GRACE.toNanos()) {
			if (!this.calls.isEmpty()) {
				idleSince = System.nanoTime();
			}
		}
	}

}
