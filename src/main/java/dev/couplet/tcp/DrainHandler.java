package dev.couplet.tcp;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.EventExecutor;

/**
 * Closes a connection when it is idle, once the server shuts down. A request of which
 * anything has arrived is answered before, and so is everything that was pipelined with
 * it.
 */
final class DrainHandler extends ChannelDuplexHandler {

	/**
	 * How long a client that has not sent its first request has for it: it may have
	 * connected just before, and its request may be on its way.
	 */
	private static final Duration GRACE = Duration.ofMillis(500);

	/**
	 * Long enough for the event loop to read what has arrived on all connections: tasks
	 * that are scheduled run after that.
	 */
	private static final Duration ONE_ROUND = Duration.ofMillis(1);

	private boolean draining;

	@SuppressWarnings("NullAway.Init") // it comes with the pipeline, before any event
	private RequestDeadline deadline;

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		this.deadline = ctx.pipeline().get(RequestDeadline.class);
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
		if (event == DrainEvent.BEGIN) {
			this.draining = true;
			Duration delay = this.deadline.hasRequested() ? ONE_ROUND : GRACE;
			ctx.executor().schedule(() -> closeIfIdle(ctx), delay.toNanos(), TimeUnit.NANOSECONDS);
		}
		ctx.fireUserEventTriggered(event);
	}

	private void closeIfIdle(ChannelHandlerContext ctx) {
		if (this.deadline.isIdle()) {
			ctx.channel().close();
		}
	}

	@Override
	public void read(ChannelHandlerContext ctx) {
		ctx.read();
		if (this.draining && this.deadline.hasRequested() && this.deadline.isIdle()) {
			closeUnlessMoreHasArrived(ctx);
		}
	}

	// the socket may hold more of what was pipelined than one read takes
	private void closeUnlessMoreHasArrived(ChannelHandlerContext ctx) {
		EventExecutor loop = ctx.executor();
		// what a task schedules runs after the loop has read what has arrived
		loop.execute(() -> loop.schedule(() -> closeIfIdle(ctx), 0, TimeUnit.NANOSECONDS));
	}

	/**
	 * What a pipeline is told when the server shuts down.
	 */
	enum DrainEvent {

		BEGIN

	}

}
