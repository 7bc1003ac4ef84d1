package dev.couplet.tcp;

import java.time.Duration;

import dev.couplet.endpoint.FailureReason;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose client does not read. The deadline starts anew with each
 * slice of a reply, so a client may read slowly.
 */
final class WriteDeadline extends ChannelDuplexHandler implements ChannelFutureListener {

	/**
	 * The number of bytes that a client must receive within the timeout.
	 */
	static final int SLICE = 128 * 1024;

	private final Duration timeout;

	private final ConnectionFailures failures;

	private int pending;

	private int untracked;

	private @Nullable ChannelFuture last;

	@SuppressWarnings("NullAway.Init") // set by handlerAdded
	private DeadlineTimer timer;

	WriteDeadline(Duration timeout, ConnectionFailures failures) {
		this.timeout = timeout;
		this.failures = failures;
	}

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		this.timer = new DeadlineTimer(ctx.executor(), () -> {
			this.failures.countTimeout(FailureReason.WRITE_TIMEOUT);
			ctx.close();
		});
	}

	@Override
	public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
		ByteBuf bytes = (ByteBuf) msg;
		while (bytes.readableBytes() > SLICE) {
			track(ctx.write(bytes.readRetainedSlice(SLICE)));
		}
		// small writes are added up: TLS writes records of 16 KB
		this.untracked += bytes.readableBytes();
		ChannelFuture written = ctx.write(bytes, promise.unvoid());
		if (this.untracked >= SLICE) {
			track(written);
		}
		else {
			this.last = written;
		}
	}

	private void track(ChannelFuture written) {
		this.pending++;
		this.untracked = 0;
		this.last = null;
		written.addListener(this);
	}

	@Override
	public void operationComplete(ChannelFuture written) {
		this.pending--;
		if (this.pending == 0) {
			this.timer.clear();
		}
		else if (this.timer.isSet()) {
			this.timer.set(this.timeout);
		}
	}

	@Override
	public void flush(ChannelHandlerContext ctx) {
		ctx.flush();
		ChannelFuture written = this.last;
		this.last = null;
		this.untracked = 0;
		// most writes have completed by now, and need no deadline
		if (written != null && !written.isDone()) {
			track(written);
		}
		if (this.pending > 0 && !this.timer.isSet()) {
			this.timer.set(this.timeout);
		}
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		this.timer.cancel();
		ctx.fireChannelInactive();
	}

}
