package dev.couplet.tcp;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection as soon as it is idle when the server shuts down. A request of
 * which any byte has arrived is answered first, and so are all requests pipelined with
 * it. A setup (TLS handshake, PROXY protocol) that has begun is completed first.
 */
final class DrainHandler extends ChannelDuplexHandler {

	/**
	 * The time for a client to send its first request, from the start of the drain or
	 * from the end of the setup. It may just have connected, with the request in flight.
	 */
	private static final Duration GRACE = Duration.ofMillis(500);

	/**
	 * Long enough for the event loop to read what has arrived on all connections.
	 * Scheduled tasks run after that.
	 */
	private static final Duration ONE_ITERATION = Duration.ofMillis(1);

	private boolean draining;

	private @Nullable ScheduledFuture<?> check;

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
			closeLaterIfIdle(ctx, this.deadline.hasRequested() ? ONE_ITERATION : GRACE);
		}
		else if (this.draining && event instanceof SslHandshakeCompletionEvent) {
			closeLaterIfIdle(ctx, GRACE);
		}
		ctx.fireUserEventTriggered(event);
	}

	private void closeLaterIfIdle(ChannelHandlerContext ctx, Duration delay) {
		if (this.check != null) {
			this.check.cancel(false);
		}
		this.check = ctx.executor().schedule(() -> closeIfNoMoreHasArrived(ctx), delay.toNanos(), TimeUnit.NANOSECONDS);
	}

	private void closeIfIdle(ChannelHandlerContext ctx) {
		if (this.deadline.isIdle()) {
			ctx.channel().close();
		}
	}

	@Override
	public void read(ChannelHandlerContext ctx) {
		ctx.read();
		if (this.draining && this.deadline.hasRequested()) {
			closeIfNoMoreHasArrived(ctx);
		}
		else if (this.draining) {
			closeLaterIfIdle(ctx, GRACE);
		}
	}

	// the socket may hold more pipelined requests than one read returns, and what arrives
	// while the loop is busy has not been read
	private void closeIfNoMoreHasArrived(ChannelHandlerContext ctx) {
		if (this.deadline.isIdle()) {
			EventExecutor loop = ctx.executor();
			// a task that a task schedules runs after the loop has polled its sockets
			loop.execute(() -> loop.schedule(() -> closeIfIdle(ctx), 0, TimeUnit.NANOSECONDS));
		}
	}

	/**
	 * The event in a pipeline when the server shuts down.
	 */
	enum DrainEvent {

		BEGIN

	}

}
