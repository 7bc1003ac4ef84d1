package dev.couplet.tcp;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.EventExecutor;

/**
 * Closes a connection as soon as it is idle when the server shuts down. A request of
 * which any byte has arrived is answered first, and so are all requests pipelined with
 * it.
 */
final class DrainHandler extends ChannelDuplexHandler {

	/**
	 * The time for a client to send its first request. It may just have connected, with
	 * the request in flight.
	 */
	private static final Duration GRACE = Duration.ofMillis(500);

	/**
	 * Long enough for the event loop to read what has arrived on all connections.
	 * Scheduled tasks run after that.
	 */
	private static final Duration ONE_ITERATION = Duration.ofMillis(1);

	private boolean draining;

	@SuppressWarnings("NullAway.Init") // set by handlerAdded
	private RequestDeadline deadline;

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		this.deadline = ctx.pipeline().get(RequestDeadline.class);
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
		if (event == DrainEvent.BEGIN) {
			this.draining = true;
			Duration delay = this.deadline.hasRequested() ? ONE_ITERATION : GRACE;
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
			closeIfNoMoreHasArrived(ctx);
		}
	}

	// the socket may hold more pipelined requests than one read returns
	private void closeIfNoMoreHasArrived(ChannelHandlerContext ctx) {
		EventExecutor loop = ctx.executor();
		// a task that a task schedules runs after the loop has polled its sockets
		loop.execute(() -> loop.schedule(() -> closeIfIdle(ctx), 0, TimeUnit.NANOSECONDS));
	}

	/**
	 * The event in a pipeline when the server shuts down.
	 */
	enum DrainEvent {

		BEGIN

	}

}
