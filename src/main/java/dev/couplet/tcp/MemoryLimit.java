package dev.couplet.tcp;

import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.UnavailableException;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

/**
 * Reserves memory for a frame before the rest of it is read. Where there is none, nothing
 * is read (backpressure) until it is this connection's turn, and after a while the
 * request is refused. It is given back when the next frame is waited for, or the
 * connection ends.
 */
final class MemoryLimit extends ChannelDuplexHandler {

	private final FrameCodec.Reader reader;

	private final MemoryReservation memory;

	private boolean waiting;

	private boolean closing;

	@SuppressWarnings("NullAway.Init") // it comes with the pipeline, before any event
	private RequestDeadline deadline;

	@SuppressWarnings("NullAway.Init") // it comes with the pipeline, before any event
	private DeadlineTimer timer;

	MemoryLimit(FrameCodec.Reader reader, MemoryReservation memory) {
		this.reader = reader;
		this.memory = memory;
	}

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		this.deadline = ctx.pipeline().get(RequestDeadline.class);
		this.timer = new DeadlineTimer(ctx.executor(), () -> refuse(ctx, this.memory.giveUp()));
	}

	@Override
	public void read(ChannelHandlerContext ctx) {
		if (!this.reader.hasBegun()) {
			this.memory.release();
		}
		if (this.closing || (!this.waiting && isReserved(ctx, this.reader.size()))) {
			ctx.read();
		}
	}

	private boolean isReserved(ChannelHandlerContext ctx, int size) {
		try {
			if (size == 0 || this.memory.reserve(size, () -> ctx.executor().execute(() -> readOn(ctx)))) {
				return true;
			}
			this.waiting = true;
			this.deadline.suspend();
			this.timer.set(MemoryReservation.PATIENCE);
		}
		catch (UnavailableException ex) {
			refuse(ctx, ex);
		}
		return false;
	}

	private void readOn(ChannelHandlerContext ctx) {
		if (this.waiting) {
			this.waiting = false;
			this.timer.clear();
			this.deadline.resume();
			ctx.read();
		}
	}

	// null where the memory is there, and only the loop does not know yet
	private void refuse(ChannelHandlerContext ctx, @Nullable UnavailableException reason) {
		if (reason != null) {
			this.waiting = false;
			ctx.fireExceptionCaught(reason);
		}
	}

	/**
	 * Closes the connection. The last reply is sent by now, and what is still read is
	 * discarded.
	 */
	@Override
	public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
		end();
		ctx.close(promise);
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		end();
		ctx.fireChannelInactive();
	}

	private void end() {
		this.closing = true;
		this.waiting = false;
		this.timer.cancel();
		this.memory.close();
	}

}
