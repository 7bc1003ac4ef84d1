package dev.couplet.tcp;

import java.util.Locale;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.unix.IntegerUnixChannelOption;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * How Netty talks to the operating system.
 */
enum Transport {

	/** Epoll where the system has it, otherwise NIO. */
	AUTO,

	/** Linux's epoll, by Netty's native library. */
	EPOLL,

	/** Linux's io_uring, by Netty's native library. */
	IO_URING,

	/** The JDK's own, on every system. */
	NIO;

	// in bytes
	private static final int SHORTEST_READ = 512;

	private static final int LONGEST_READ = 128 * 1024;

	// Linux's; Netty knows it for connections only
	private static final ChannelOption<Integer> NOT_SENT = new IntegerUnixChannelOption("TCP_NOTSENT_LOWAT", 6, 25);

	/**
	 * The transport that this setting comes to on this machine.
	 * @return never {@link #AUTO}
	 * @throws InvalidConfigurationPropertyValueException where the machine does not have
	 * the one that is set
	 */
	Transport resolve() {
		if (this == AUTO) {
			return EPOLL.isAvailable() ? EPOLL : NIO;
		}
		Throwable obstacle = obstacle();
		if (obstacle != null) {
			throw new InvalidConfigurationPropertyValueException("couplet.tcp.transport", word(),
					"This machine does not have it: " + obstacle.getMessage()
							+ ". Set it to auto, which takes what there is.");
		}
		return this;
	}

	boolean isAvailable() {
		return obstacle() == null;
	}

	private @Nullable Throwable obstacle() {
		return switch (this) {
			case EPOLL -> Epoll.unavailabilityCause();
			case IO_URING -> IoUring.unavailabilityCause();
			case AUTO, NIO -> null;
		};
	}

	/**
	 * The name as the setting has it.
	 * @return in lower case, with hyphens
	 */
	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * How much is read from a connection at a time. Where a buffer is taken only when
	 * something has arrived, it can be large, and most requests are whole after one read.
	 * With io_uring every connection that waits holds one.
	 * @return chooses the buffers
	 */
	DefaultMaxMessagesRecvByteBufAllocator reads() {
		return (this == IO_URING) ? new AdaptiveRecvByteBufAllocator(SHORTEST_READ, 4 * SHORTEST_READ, LONGEST_READ / 2)
				: new AdaptiveRecvByteBufAllocator(SHORTEST_READ, LONGEST_READ, LONGEST_READ);
	}

	/**
	 * Has the system take more to send as soon as it has less than some left. By itself
	 * it does so when a third of its buffer is free, and that may be a megabyte, for
	 * which a slow client can take a minute. NIO has no means to say so.
	 * @param server the listening socket, from which the connections have it
	 * @param bytes how much the system may have
	 */
	void boundUnsent(ServerBootstrap server, int bytes) {
		if (this != NIO) {
			server.option(NOT_SENT, bytes);
		}
	}

	IoHandlerFactory ioHandlers() {
		return switch (this) {
			case EPOLL -> EpollHandler.newFactory();
			case IO_URING -> IoUringIoHandler.newFactory();
			case NIO -> NioIoHandler.newFactory();
			case AUTO -> throw new IllegalStateException("not resolved");
		};
	}

	Class<? extends ServerChannel> serverChannel() {
		return switch (this) {
			case EPOLL -> EpollServerSocketChannel.class;
			case IO_URING -> IoUringServerSocketChannel.class;
			case NIO -> NioServerSocketChannel.class;
			case AUTO -> throw new IllegalStateException("not resolved");
		};
	}

}
