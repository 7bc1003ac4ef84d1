package dev.couplet.tcp;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;

/**
 * The event loops of all listeners. There is one for every two processors, which leaves
 * processors for the workers, HTTP and the kernel.
 */
final class EventLoops implements AutoCloseable {

	private static final int COUNT = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

	/**
	 * The maximum number of connections in the backlog of a listening socket.
	 */
	static final int BACKLOG = 4096;

	private final Transport transport;

	private final BooleanSupplier memoryAwaited;

	private final EventLoopGroup group;

	/**
	 * Starts all loops. Otherwise Netty starts a loop with its first connection, when the
	 * system may have no threads left.
	 * @param transport the I/O interface of the operating system
	 * @param memoryAwaited whether texts wait for memory
	 */
	EventLoops(Transport transport, BooleanSupplier memoryAwaited) {
		this.transport = transport.resolve();
		this.memoryAwaited = memoryAwaited;
		this.group = new MultiThreadIoEventLoopGroup(COUNT, new DefaultThreadFactory("tcp-loop", true),
				this.transport.ioHandlers());
		awaitPendingTasks();
	}

	Transport transport() {
		return this.transport;
	}

	EventLoopGroup group() {
		return this.group;
	}

	/**
	 * Creates a bootstrap for a listening TCP socket on these loops. Its connections read
	 * only on demand and can be half-closed.
	 * @return the bootstrap, without handlers
	 */
	ServerBootstrap newServer() {
		ServerBootstrap server = newServer(this.transport.serverChannel()).option(ChannelOption.SO_REUSEADDR, true);
		this.transport.limitUnsent(server, WriteDeadline.SLICE);
		return server;
	}

	/**
	 * Creates a bootstrap for a listening Unix domain socket on these loops, whose
	 * transport must be {@link Transport#EPOLL}.
	 * @return the bootstrap, without handlers
	 */
	ServerBootstrap newUnixServer() {
		return newServer(EpollServerDomainSocketChannel.class);
	}

	private ServerBootstrap newServer(Class<? extends ServerChannel> type) {
		return new ServerBootstrap().group(this.group)
			.channel(type)
			.option(ChannelOption.SO_BACKLOG, BACKLOG)
			.option(ChannelOption.RECVBUF_ALLOCATOR, Acceptor.acceptAll())
			.childOption(ChannelOption.AUTO_READ, false)
			.childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
			.childOption(ChannelOption.RECVBUF_ALLOCATOR, readOnDemand());
	}

	// one read for each read() call, and a second one to see whether the socket has
	// unread data when a connection is closed
	private RecvByteBufAllocator readOnDemand() {
		return new ReadBuffers(this.transport.reads().respectMaybeMoreData(false).maxMessagesPerRead(2),
				this.memoryAwaited);
	}

	/**
	 * Returns whether all loops are running. A loop that an error has ended cannot be
	 * restarted.
	 * @return false if connections may be on a loop that does not run
	 */
	boolean areRunning() {
		return loops().noneMatch(EventExecutor::isShuttingDown);
	}

	/**
	 * Waits until every loop has run the tasks submitted before this call.
	 */
	void awaitPendingTasks() {
		loops().filter((loop) -> !loop.isShuttingDown()).map((loop) -> loop.submit(() -> {
		})).toList().forEach(Future::awaitUninterruptibly);
	}

	private Stream<EventExecutor> loops() {
		return StreamSupport.stream(this.group.spliterator(), false);
	}

	@Override
	public void close() {
		this.group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
	}

}
