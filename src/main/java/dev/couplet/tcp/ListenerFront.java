package dev.couplet.tcp;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;

import dev.couplet.endpoint.FailedRequests;
import dev.couplet.endpoint.FailureReason;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ReflectiveChannelFactory;
import io.netty.channel.ServerChannel;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import org.jspecify.annotations.Nullable;

/**
 * The front of a TCP port whose protocol comes with its own server on Netty, as gRPC
 * does. It has what all ports have in common: the event loops, the connection limits, the
 * PROXY protocol, TLS, the write timeout, and a backlog that is accepted before the
 * socket is closed. Its handlers come before those of the other server, to which every
 * connection looks like one without TLS from the client itself.
 */
public final class ListenerFront {

	private final String name;

	private final TcpProperties limits;

	private final EventLoops loops;

	private final @Nullable Tls tls;

	private final String applicationProtocol;

	private final FailedRequests failed;

	private final ConnectionFailures failures;

	private final ConnectionLimit limit;

	private final AddressLimit addressLimit;

	private volatile @Nullable Channel socket;

	ListenerFront(String name, TcpProperties limits, EventLoops loops, @Nullable Tls tls, String applicationProtocol,
			FailedRequests failed) {
		this.name = name;
		this.limits = limits;
		this.loops = loops;
		this.tls = tls;
		this.applicationProtocol = applicationProtocol;
		this.failed = failed;
		this.failures = new ConnectionFailures(name, failed);
		this.limit = new ConnectionLimit(limits.connectionLimit());
		this.addressLimit = new AddressLimit(limits.maxConnectionsPerAddress());
	}

	/**
	 * Returns the event loops that the server must use.
	 * @return the group, which the server must not shut down
	 */
	public EventLoopGroup loops() {
		return this.loops.group();
	}

	/**
	 * Creates the listening socket, which the server must bind.
	 * @return a socket that is not registered with an event loop
	 */
	public ServerChannel newSocket() {
		ServerChannel created = new ReflectiveChannelFactory<>(this.loops.transport().serverChannel()).newChannel();
		created.pipeline().addLast(new Acceptor(this.name), new Connections());
		this.socket = created;
		return created;
	}

	/**
	 * Returns the address on which the socket listens.
	 * @return the address, or null if it does not listen
	 */
	public @Nullable SocketAddress address() {
		Channel current = this.socket;
		return (current != null) ? current.localAddress() : null;
	}

	/**
	 * Returns whether connections use TLS.
	 * @return true for TLS
	 */
	public boolean usesTls() {
		return this.tls != null;
	}

	/**
	 * Returns whether clients can connect and are served.
	 * @return true if the socket is bound and the event loops run
	 */
	public boolean isListening() {
		Channel current = this.socket;
		return current != null && current.isActive() && this.loops.areRunning();
	}

	/**
	 * Returns the number of open connections.
	 * @return 0 or more
	 */
	public int connections() {
		return this.limit.open();
	}

	/**
	 * Returns the maximum number of open connections.
	 * @return at least 1
	 */
	public int maxConnections() {
		return this.limits.connectionLimit();
	}

	/**
	 * Returns the timeouts of requests and replies.
	 * @return the timeouts
	 */
	public Timeouts timeouts() {
		return new Timeouts(this.limits.requestTimeout(), this.limits.writeTimeout());
	}

	long refused() {
		return this.limit.refused();
	}

	long refusedByAddress() {
		return this.addressLimit.refused();
	}

	/**
	 * Counts a failed request that has not come to the service.
	 * @param reason the reason
	 */
	public void count(FailureReason reason) {
		this.failed.count(reason);
	}

	/**
	 * Closes the connection of a client, with all its requests.
	 * @param client the address of the other end of the connection, as the socket has it
	 */
	public void close(SocketAddress client) {
		this.limit.channels()
			.stream()
			.filter((channel) -> client.equals(channel.remoteAddress()))
			.forEach((channel) -> channel.pipeline().firstContext().close());
	}

	/**
	 * Accepts the backlog, and then closes the listening socket. Returns immediately.
	 */
	public void beginDrain() {
		Channel current = this.socket;
		if (current != null) {
			current.pipeline().fireUserEventTriggered(DrainHandler.DrainEvent.BEGIN);
		}
	}

	/**
	 * Waits until the listening socket is closed.
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public void awaitClosed() throws InterruptedException {
		Channel current = this.socket;
		if (current != null) {
			current.closeFuture().await();
			this.loops.awaitPendingTasks();
		}
	}

	/**
	 * Creates the error of a server that cannot bind its socket.
	 * @param address the address
	 * @param portProperty the name of the setting for the port
	 * @param cause the reason
	 * @return the error, which names the setting
	 */
	public RuntimeException startFailure(InetSocketAddress address, String portProperty, Throwable cause) {
		Throwable reason = (cause.getCause() != null) ? cause.getCause() : cause;
		return new ListenerStartException(this.name, address.getHostString(), address.getPort(), portProperty, reason);
	}

	/**
	 * The timeouts of a port. 0 means no timeout.
	 *
	 * @param request the maximum time from the first byte of a request to the last, and
	 * for the setup of a connection
	 * @param write the maximum time for a client to take a reply
	 */
	public record Timeouts(Duration request, Duration write) {

	}

	/**
	 * Adds the handlers of the front to every connection.
	 */
	private final class Connections extends ChannelInboundHandlerAdapter {

		@Override
		public void channelRegistered(ChannelHandlerContext ctx) {
			// after the server has set its own options, and before it binds the socket
			ctx.channel().config().setOption(ChannelOption.SO_BACKLOG, EventLoops.BACKLOG);
			ctx.channel().config().setOption(ChannelOption.RECVBUF_ALLOCATOR, Acceptor.acceptAll());
			ctx.fireChannelRegistered();
		}

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object connection) {
			((Channel) connection).pipeline().addLast(new ChannelInitializer<>() {

				@Override
				protected void initChannel(Channel channel) {
					addHandlers(channel.pipeline());
				}

			});
			ctx.fireChannelRead(connection);
		}

		private void addHandlers(ChannelPipeline pipeline) {
			ListenerFront front = ListenerFront.this;
			// that of the server, which has added it after this one
			ChannelHandler server = pipeline.removeLast();
			pipeline.addLast(front.limit);
			pipeline.addLast(new RequestDeadline(front.limits, front.failures));
			pipeline.addLast(new WriteDeadline(front.limits.writeTimeout(), front.failures));
			if (front.limits.proxyProtocol() == ProxyProtocol.REQUIRED) {
				pipeline.addLast(new ProxyProtocolHandler.FirstByte());
				pipeline.addLast(new HAProxyMessageDecoder(ProxyProtocolHandler.MAX_EXTENSIONS));
				pipeline.addLast(new ProxyProtocolHandler());
			}
			if (front.limits.maxConnectionsPerAddress() > 0) {
				pipeline.addLast(front.addressLimit);
			}
			if (front.tls != null) {
				pipeline.addLast(front.tls.newHandler(front.applicationProtocol));
			}
			pipeline.addLast(front.failures);
			pipeline.addLast(new Handover(server));
		}

	}

	/**
	 * Adds the handlers of the server when the limits and the PROXY protocol have let the
	 * connection pass. Otherwise the server would greet connections that are closed at
	 * once.
	 */
	private static final class Handover extends ChannelInboundHandlerAdapter {

		private final ChannelHandler server;

		Handover(ChannelHandler server) {
			this.server = server;
		}

		@Override
		public void channelActive(ChannelHandlerContext ctx) {
			// the server has deadlines of its own
			ctx.pipeline().get(RequestDeadline.class).finish();
			ctx.pipeline().addLast(this.server);
			ctx.fireChannelActive();
			ctx.pipeline().remove(this);
		}

	}

}
