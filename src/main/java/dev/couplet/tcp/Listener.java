package dev.couplet.tcp;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.function.Supplier;

import dev.couplet.endpoint.FailedRequests;
import dev.couplet.endpoint.ListeningEndpoint;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * Listens on a TCP port or a Unix domain socket: accepts connections, and drains and
 * closes them.
 */
public final class Listener implements ListeningEndpoint {

	private final String name;

	private final ListenAddress listenAddress;

	private final TcpProperties properties;

	private final EventLoops loops;

	private final @Nullable Tls tls;

	private final FailedRequests failed;

	private final ConnectionFailures failures;

	private final ConnectionLimit limit;

	private final AddressLimit addressLimit;

	private volatile @Nullable Channel socket;

	Listener(String name, ListenAddress address, TcpProperties properties, EventLoops loops, @Nullable Tls tls,
			FailedRequests failed) {
		this.name = name;
		this.listenAddress = address;
		this.properties = address.limits(properties);
		this.loops = loops;
		this.tls = tls;
		this.failed = failed;
		this.failures = new ConnectionFailures(name, failed);
		this.limit = new ConnectionLimit(this.properties.connectionLimit());
		this.addressLimit = new AddressLimit(this.properties.maxConnectionsPerAddress());
	}

	@Override
	public String name() {
		return this.name;
	}

	/**
	 * Returns the port that it listens on or is configured to listen on.
	 * @return the port, or 0 if the system chooses one and it does not listen yet, and
	 * for a Unix domain socket
	 */
	public int port() {
		return (address() instanceof InetSocketAddress local) ? local.getPort() : this.listenAddress.port();
	}

	@Override
	public @Nullable SocketAddress address() {
		Channel current = this.socket;
		return (current != null) ? this.listenAddress.of(current) : null;
	}

	@Override
	public boolean usesTls() {
		return this.tls != null;
	}

	@Override
	public boolean isListening() {
		Channel current = this.socket;
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
	 * Binds the socket, and sends a greeting to every client.
	 * @param greeting the greeting
	 * @throws RuntimeException if the socket cannot be bound, with the name of the
	 * setting
	 */
	public void start(Greeting greeting) {
		start(() -> List.of(greeting.newHandler()));
	}

	/**
	 * Binds the socket and accepts connections. When this method returns, clients can
	 * connect.
	 * @param protocol creates the handlers of the protocol for each connection
	 * @throws RuntimeException if the socket cannot be bound, with the name of the
	 * setting
	 */
	void start(Supplier<List<ChannelHandler>> protocol) {
		this.limit.setDraining(false);
		this.socket = this.listenAddress.bind(this.name, this.loops, new Acceptor(this.name), new ConnectionPipeline(
				this.properties, this.limit, this.addressLimit, this.tls, protocol, this.failures));
	}

	@Override
	public void beginDrain() {
		Channel current = this.socket;
		if (current != null) {
			current.pipeline().fireUserEventTriggered(DrainHandler.DrainEvent.BEGIN);
			this.limit.setDraining(true);
		}
	}

	@Override
	public void awaitDrain() throws InterruptedException {
		Channel current = this.socket;
		if (current != null) {
			current.closeFuture().await();
			// connections that were just accepted may not be in the group yet
			this.loops.awaitPendingTasks();
			this.limit.channels().newCloseFuture().await();
		}
	}

	/**
	 * Closes the socket and all connections, even if they are serving requests.
	 */
	public void stop() {
		Channel current = this.socket;
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
