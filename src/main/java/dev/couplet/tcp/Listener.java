package dev.couplet.tcp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Supplier;

import dev.couplet.endpoint.Endpoint;
import dev.couplet.endpoint.FailedRequests;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * A TCP listener: binds a port, accepts connections, and drains and closes them.
 */
public final class Listener implements Endpoint {

	private final String name;

	private final String bindAddress;

	private final int configuredPort;

	private final String portProperty;

	private final TcpProperties properties;

	private final EventLoops loops;

	private final @Nullable Tls tls;

	private final FailedRequests failed;

	private final ConnectionFailures failures;

	private final ConnectionLimit limit;

	private final AddressLimit addressLimit;

	private volatile @Nullable Channel port;

	Listener(String name, String address, int port, String portProperty, TcpProperties properties, EventLoops loops,
			@Nullable Tls tls, FailedRequests failed) {
		this.name = name;
		this.bindAddress = address;
		this.configuredPort = port;
		this.portProperty = portProperty;
		this.properties = properties;
		this.loops = loops;
		this.tls = tls;
		this.failed = failed;
		this.failures = new ConnectionFailures(name, failed);
		this.limit = new ConnectionLimit(properties.connectionLimit());
		this.addressLimit = new AddressLimit(properties.maxConnectionsPerAddress());
	}

	@Override
	public String name() {
		return this.name;
	}

	/**
	 * Returns the port that it listens on or is configured to listen on.
	 * @return the port, or 0 if the system chooses one and it does not listen yet
	 */
	public int port() {
		InetSocketAddress local = address();
		return (local != null) ? local.getPort() : this.configuredPort;
	}

	@Override
	public @Nullable InetSocketAddress address() {
		Channel current = this.port;
		return (current != null) ? (InetSocketAddress) current.localAddress() : null;
	}

	@Override
	public boolean usesTls() {
		return this.tls != null;
	}

	@Override
	public boolean isListening() {
		Channel current = this.port;
		return current != null && current.isActive() && this.loops.areRunning();
	}

	@Override
	public int connections() {
		return this.limit.open();
	}

	@Override
	public int maxConnections() {
		return this.properties.connectionLimit();
	}

	long refused() {
		return this.limit.refused();
	}

	long refusedByAddress() {
		return this.addressLimit.refused();
	}

	FailedRequests failed() {
		return this.failed;
	}

	/**
	 * Binds the port, and sends a greeting to every client.
	 * @param greeting the greeting
	 * @throws ListenerStartException if the port cannot be bound
	 */
	public void start(Greeting greeting) {
		start(() -> List.of(greeting.newHandler()));
	}

	/**
	 * Binds the port and accepts connections. When this method returns, clients can
	 * connect.
	 * @param protocol creates the handlers of the protocol for each connection
	 * @throws ListenerStartException if the port cannot be bound
	 */
	void start(Supplier<List<ChannelHandler>> protocol) {
		ServerBootstrap bootstrap = this.loops.newServer()
			.handler(new Acceptor(this.name))
			.childHandler(new ConnectionPipeline(this.properties, this.limit, this.addressLimit, this.tls, protocol,
					this.failures));
		try {
			this.limit.setDraining(false);
			ChannelFuture bound = bootstrap.bind(InetAddress.getByName(this.bindAddress), this.configuredPort)
				.awaitUninterruptibly();
			if (!bound.isSuccess()) {
				throw startFailure(bound.cause());
			}
			this.port = bound.channel();
		}
		catch (UnknownHostException ex) {
			throw startFailure(ex);
		}
	}

	private ListenerStartException startFailure(@Nullable Throwable cause) {
		return new ListenerStartException(this.name, this.bindAddress, this.configuredPort, this.portProperty, cause);
	}

	@Override
	public void beginDrain() {
		Channel current = this.port;
		if (current != null) {
			current.pipeline().fireUserEventTriggered(DrainHandler.DrainEvent.BEGIN);
			this.limit.setDraining(true);
		}
	}

	@Override
	public void awaitDrain() throws InterruptedException {
		Channel current = this.port;
		if (current != null) {
			current.closeFuture().await();
			// connections that were just accepted may not be in the group yet
			this.loops.awaitPendingTasks();
			this.limit.channels().newCloseFuture().await();
		}
	}

	/**
	 * Closes the port and all connections, even if they are serving requests.
	 */
	public void stop() {
		Channel current = this.port;
		if (current != null) {
			current.close().awaitUninterruptibly();
			this.loops.awaitPendingTasks();
			for (Channel channel : this.limit.channels()) {
				// from the first handler, to bypass the lingering close
				ChannelHandlerContext first = channel.pipeline().firstContext();
				// null if the channel has just closed by itself
				if (first != null) {
					first.close().awaitUninterruptibly();
				}
			}
		}
	}

}
