package dev.couplet.tcp;

import java.util.Locale;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
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
	 * How much the first read of a connection takes. Most requests are whole then, and a
	 * buffer that is larger than needed is given back at once; but io_uring holds one for
	 * every connection that has yet to send something.
	 * @return bytes
	 */
	int firstRead() {
		return (this == IO_URING) ? 2048 : 128 * 1024;
	}

	IoHandlerFactory ioHandlers() {
		return switch (this) {
			case EPOLL -> EpollIoHandler.newFactory(0, SpinningSelectStrategy::new);
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
