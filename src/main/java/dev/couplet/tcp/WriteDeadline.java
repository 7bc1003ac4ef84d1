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
 * Closes a connection whose client does not read. The deadline is for each slice of a
 * reply anew: a client that reads slowly is not one that does not read.
 */
final class WriteDeadline extends ChannelDuplexHandler implements ChannelFutureListener {

	/**
	 * How many bytes a client has to take within the timeout.
	 */
	static final int SLICE = 128 * 1024;

	private final Duration timeout;

	private final ConnectionFailures failures;

	private int pending;

	private int untracked;

	private @Nullable ChannelFuture last;

	@SuppressWarnings("NullAway.Init") // it comes with the pipeline, before any event
	private DeadlineTimer timer;

	WriteDeadline(Duration timeout, ConnectionFailures failures) {
		this.timeout = timeout;
		this.failures = failures;
	}

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		this.timer = new DeadlineTimer(ctx.executor(), () -> {
			this.failures.countLate(FailureReason.WRITE_TIMEOUT);
			ctx.close();
		});
	}

	@Override
	public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
		ByteBuf bytes = (ByteBuf) msg;
		while (bytes.readableBytes() > SLICE) {
			track(ctx.write(bytes.readRetainedSlice(SLICE)));
		}
		// TLS writes a record of 16 KB at a time
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
		// most writes are done by now, and need no deadline
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
