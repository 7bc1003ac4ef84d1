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
 * Keeps the open connections of a listener, and closes at once those that are too many.
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
	 * The open connections.
	 * @return a live view
	 */
	ChannelGroup channels() {
		return this.channels;
	}

	int open() {
		return this.open.get();
	}

	/**
	 * How many connections were too many.
	 * @return a count that only grows
	 */
	long refused() {
		return this.refused.get();
	}

	/**
	 * Says whether connections are to be drained, those that are open and those that
	 * come.
	 * @param draining whether they are
	 */
	void setDraining(boolean draining) {
		this.draining = draining;
		if (draining) {
			this.channels
				.forEach((channel) -> channel.pipeline().fireUserEventTriggered(DrainHandler.DrainEvent.BEGIN));
		}
	}

}
