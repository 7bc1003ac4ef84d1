package dev.couplet.tcp;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.PromiseNotifier;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection without losing the last reply. If there is unread input, a plain
 * close makes the kernel send a reset, which can destroy the reply before the client
 * reads it. Therefore the output is shut down first, and input is discarded until the
 * client closes too, for a limited time.
 *
 * <p>
 * During a read it first reads the socket once more. Usually there is no more input, and
 * then a plain close is safe and cheaper.
 */
final class LingeringClose extends ChannelDuplexHandler {

	private static final Duration LINGER = Duration.ofSeconds(1);

	private final boolean always;

	private boolean reading;

	private @Nullable ChannelPromise closing;

	private boolean lingering;

	private boolean unread;

	private boolean finished;

	/**
	 * Creates the handler of one connection.
	 * @param always whether to linger even if there is no unread input. A TLS client also
	 * sends data when it closes
	 */
	LingeringClose(boolean always) {
		this.always = always;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object msg) {
		if (this.closing != null) {
			this.unread = true;
			ReferenceCountUtil.release(msg);
			return;
		}
		this.reading = true;
		ctx.fireChannelRead(msg);
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) {
		this.reading = false;
		if (this.closing == null) {
			ctx.fireChannelReadComplete();
		}
		else if (!this.unread) {
			finish(ctx, this.closing);
		}
		else if (!this.lingering) {
			linger(ctx, this.closing);
		}
	}

	/**
	 * Reads, unless the client has ended its stream: a read after that makes Netty's
	 * epoll transport close the connection, and replies would be lost.
	 */
	@Override
	public void read(ChannelHandlerContext ctx) {
		if (!((DuplexChannel) ctx.channel()).isInputShutdown()) {
			ctx.read();
		}
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
		if (this.closing != null && event instanceof ChannelInputShutdownEvent) {
			finish(ctx, this.closing);
			return;
		}
		ctx.fireUserEventTriggered(event);
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		if (this.closing != null) {
			// the client has disconnected: no reply can be lost any more
			finish(ctx, this.closing);
		}
		else {
			ctx.fireExceptionCaught(cause);
		}
	}

	@Override
	public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
		if (this.closing != null) {
			PromiseNotifier.cascade(this.closing, promise);
			return;
		}
		this.closing = promise;
		// reads the socket once more, and then whenever it has input
		ctx.channel().config().setAutoRead(true);
		if (this.always || !this.reading) {
			linger(ctx, promise);
		}
	}

	private void linger(ChannelHandlerContext ctx, ChannelPromise promise) {
		this.lingering = true;
		this.unread = true;
		if (!ctx.channel().isActive() || ((DuplexChannel) ctx.channel()).isInputShutdown()) {
			finish(ctx, promise);
			return;
		}
		((DuplexChannel) ctx.channel()).shutdownOutput();
		ctx.executor().schedule(() -> finish(ctx, promise), LINGER.toNanos(), TimeUnit.NANOSECONDS);
	}

	// only once: with io_uring a second close fails before the first has completed
	private void finish(ChannelHandlerContext ctx, ChannelPromise promise) {
		if (!this.finished) {
			this.finished = true;
			ctx.close(promise);
		}
	}

}
