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
 * The I/O interface of the operating system that Netty uses.
 */
enum Transport {

	/** Epoll if the system has it, otherwise NIO. */
	AUTO,

	/** Linux's epoll, with Netty's native library. */
	EPOLL,

	/** Linux's io_uring, with Netty's native library. */
	IO_URING,

	/** The JDK's NIO, available on every system. */
	NIO;

	// in bytes
	private static final int MIN_READ = 512;

	private static final int MAX_READ = 128 * 1024;

	// Linux only; Netty defines it for connections only, not for listening sockets
	private static final ChannelOption<Integer> NOT_SENT = new IntegerUnixChannelOption("TCP_NOTSENT_LOWAT", 6, 25);

	/**
	 * Returns the transport to use on this machine.
	 * @return never {@link #AUTO}
	 * @throws InvalidConfigurationPropertyValueException if the configured transport is
	 * not available
	 */
	Transport resolve() {
		if (this == AUTO) {
			return EPOLL.isAvailable() ? EPOLL : NIO;
		}
		Throwable obstacle = obstacle();
		if (obstacle != null) {
			throw new InvalidConfigurationPropertyValueException("couplet.tcp.transport", word(),
					"It is not available on this machine: " + obstacle.getMessage() + ". Set it to auto.");
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
	 * Returns the value of the setting.
	 * @return in lower case, with hyphens
	 */
	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Returns the allocator of read buffers. With most transports a buffer is allocated
	 * only when data has arrived, so it can be large, and most requests arrive with one
	 * read. With io_uring each waiting connection holds a buffer.
	 * @return the allocator
	 */
	DefaultMaxMessagesRecvByteBufAllocator reads() {
		return (this == IO_URING) ? new AdaptiveRecvByteBufAllocator(MIN_READ, 4 * MIN_READ, MAX_READ / 2)
				: new AdaptiveRecvByteBufAllocator(MIN_READ, MAX_READ, MAX_READ);
	}

	/**
	 * Limits the unsent data in the socket buffer. By default the system reports a socket
	 * as writable when a third of its buffer is free, which can be a megabyte, and a slow
	 * client can take a minute to read that. NIO does not support the option.
	 * @param server the listening socket, from which connections inherit the option
	 * @param bytes the maximum number of unsent bytes
	 */
	void limitUnsent(ServerBootstrap server, int bytes) {
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
