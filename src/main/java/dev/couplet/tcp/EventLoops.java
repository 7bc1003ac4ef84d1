package dev.couplet.tcp;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;

/**
 * The event loops that all listeners share: one for every two processors, because the
 * others have work to do for the workers, HTTP and the kernel.
 */
final class EventLoops implements AutoCloseable {

	private static final int COUNT = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

	/**
	 * How many clients the system holds for us until they are accepted.
	 */
	private static final int BACKLOG = 4096;

	private final Transport transport;

	private final EventLoopGroup group;

	/**
	 * Starts all loops. Netty would start a loop with its first connection, but then the
	 * system may have no thread left to give.
	 * @param transport how to talk to the operating system
	 */
	EventLoops(Transport transport) {
		this.transport = transport.resolve();
		this.group = new MultiThreadIoEventLoopGroup(COUNT, new DefaultThreadFactory("tcp-loop", true),
				this.transport.ioHandlers());
		awaitPendingTasks();
	}

	Transport transport() {
		return this.transport;
	}

	/**
	 * Begins a listening socket on these loops, whose connections read only when a
	 * handler asks for it and can be half-closed.
	 * @return the bootstrap, without handlers
	 */
	ServerBootstrap newServer() {
		ServerBootstrap server = new ServerBootstrap().group(this.group)
			.channel(this.transport.serverChannel())
			.option(ChannelOption.SO_BACKLOG, BACKLOG)
			.option(ChannelOption.SO_REUSEADDR, true)
			.option(ChannelOption.RECVBUF_ALLOCATOR, Acceptor.acceptAll())
			.childOption(ChannelOption.AUTO_READ, false)
			.childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
			.childOption(ChannelOption.RECVBUF_ALLOCATOR, readTurns());
		this.transport.boundUnsent(server, WriteDeadline.SLICE);
		return server;
	}

	// one read for each that a handler asks for, and one more to see whether the socket
	// has anything left when a connection is closed
	private RecvByteBufAllocator readTurns() {
		return this.transport.reads().respectMaybeMoreData(false).maxMessagesPerRead(2);
	}

	/**
	 * Whether all loops run. One that an error has ended cannot be started again.
	 * @return false where connections may be on a loop that does not serve them
	 */
	boolean areRunning() {
		return loops().noneMatch(EventExecutor::isShuttingDown);
	}

	/**
	 * Waits until every loop has done what it had been given before this call.
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
