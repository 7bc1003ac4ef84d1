package dev.couplet.tcp;

import java.time.Duration;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;

/**
 * Ends a session that has reached its maximum age, after a reply. Requests that have been
 * pipelined are answered too, as in a {@link DrainHandler drain}. A client that pipelines
 * without a pause is disconnected after the first reply that is {@link #GRACE} later.
 *
 * <p>
 * A session without requests is left to the idle timeout. Its next request may be in
 * flight, and would be lost.
 */
final class SessionAge extends ChannelDuplexHandler {

	/**
	 * How long a session goes on because further requests have arrived.
	 */
	static final Duration GRACE = Duration.ofSeconds(1);

	private final Duration maximum;

	private boolean requested;

	private boolean ending;

	// in the time of the event loop
	private long end;

	/**
	 * Creates the handler of one connection.
	 * @param maximum the maximum age, more than 0
	 */
	SessionAge(Duration maximum) {
		this.maximum = maximum;
	}

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		this.end = now(ctx) + this.maximum.toNanos();
	}

	/**
	 * Called by the gateway handler when the connection is established, and then after
	 * each reply.
	 */
	@Override
	public void read(ChannelHandlerContext ctx) {
		if (!this.requested || now(ctx) - this.end < 0) {
			this.requested = true;
			ctx.read();
		}
		else if (!this.ending) {
			this.ending = true;
			this.end = now(ctx) + GRACE.toNanos();
			ctx.pipeline().fireUserEventTriggered(DrainHandler.DrainEvent.BEGIN);
			ctx.read();
		}
		else {
			ctx.channel().close();
		}
	}

	private static long now(ChannelHandlerContext ctx) {
		return ctx.executor().ticker().nanoTime();
	}

}
