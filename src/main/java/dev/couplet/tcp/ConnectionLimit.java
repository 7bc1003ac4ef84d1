package dev.couplet.tcp;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;

/**
 * Tracks and limits the open connections of a listener. Further connections are closed
 * immediately.
 */
@ChannelHandler.Sharable
final class ConnectionLimit extends ChannelInboundHandlerAdapter {

	private final int maximum;

	private final ChannelGroup channels = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);

	private final AtomicInteger open = new AtomicInteger();

	private final AtomicLong refused = new AtomicLong();

	private volatile boolean draining;

	ConnectionLimit(int maximum) {
		this.maximum = maximum;
	}

	@Override
	public void channelActive(ChannelHandlerContext ctx) {
		Channel channel = ctx.channel();
		if (this.open.incrementAndGet() > this.maximum) {
			this.open.decrementAndGet();
			this.refused.incrementAndGet();
			ctx.close();
			return;
		}
		this.channels.add(channel);
		channel.closeFuture().addListener((closed) -> this.open.decrementAndGet());
		ctx.fireChannelActive();
		if (this.draining) {
			ctx.fireUserEventTriggered(DrainHandler.DrainEvent.BEGIN);
		}
	}

	/**
	 * Returns the open connections.
	 * @return a live view
	 */
	ChannelGroup channels() {
		return this.channels;
	}

	int open() {
		return this.open.get();
	}

	/**
	 * Returns how many connections were closed because of the limit.
	 * @return a count that only grows
	 */
	long refused() {
		return this.refused.get();
	}

	/**
	 * Sets whether connections are drained, both the open ones and those that are
	 * accepted later.
	 * @param draining whether to drain them
	 */
	void setDraining(boolean draining) {
		this.draining = draining;
		if (draining) {
			this.channels
				.forEach((channel) -> channel.pipeline().fireUserEventTriggered(DrainHandler.DrainEvent.BEGIN));
		}
	}

}
