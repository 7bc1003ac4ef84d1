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
 * Closes a connection so that its last reply is not lost. Where the client has sent
 * something that nobody read, a plain close makes the kernel send a reset, which may
 * overtake the reply. So the output is shut down first, and the input discarded until the
 * client closes too, for a bounded time.
 *
 * <p>
 * In the middle of a read it asks the socket once more instead: where that has nothing,
 * which is the rule, a plain close does no harm, and costs least.
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
	 * Makes the handler of one connection.
	 * @param always whether to shut the output down and wait for the client in any case.
	 * A client that speaks TLS also sends something when it closes
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
	 * Reads on, unless the client has ended its stream: Netty's epoll transport closes a
	 * connection that is read after that, and its replies would be lost.
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
			// the client did not wait for us: nothing is left to be lost
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
		// the socket is read once more, and from then on whenever it has something
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

	// once: io_uring fails at a second close before the first has ended
	private void finish(ChannelHandlerContext ctx, ChannelPromise promise) {
		if (!this.finished) {
			this.finished = true;
			ctx.close(promise);
		}
	}

}
