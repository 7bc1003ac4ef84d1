package dev.couplet.tcp;

import java.util.ArrayDeque;
import java.util.Queue;

import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.UnavailableException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
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

	// bytes, and the end of the stream
	private final Queue<Object> held = new ArrayDeque<>(2);

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
		this.timer = new DeadlineTimer(ctx.executor(), () -> refuse(ctx, this.memory.cancelWait()));
	}

	@Override
	public void read(ChannelHandlerContext ctx) {
		if (!this.reader.hasBegun()) {
			this.memory.release();
		}
		if (this.closing || (!this.waiting && isReserved(ctx))) {
			ctx.read();
		}
	}

	private boolean isReserved(ChannelHandlerContext ctx) {
		// what is only promised takes nothing
		int size = MemoryReservation.isCounted(this.reader.arrived()) ? this.reader.size() : 0;
		try {
			if (size == 0 || this.memory.reserve(size, () -> ctx.executor().execute(() -> readOn(ctx)))) {
				return true;
			}
			this.waiting = true;
			this.deadline.suspend();
			this.timer.set(MemoryReservation.MAX_WAIT);
		}
		catch (UnavailableException ex) {
			refuse(ctx, ex);
		}
		return false;
	}

	/**
	 * Holds back what has been read all the same: by TLS, of which several records can
	 * arrive at a time, and where the client ends its stream.
	 */
	@Override
	public void channelRead(ChannelHandlerContext ctx, Object msg) {
		if (this.waiting) {
			this.held.add(msg);
		}
		else {
			ctx.fireChannelRead(msg);
		}
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
		boolean end = event instanceof ChannelInputShutdownEvent || event instanceof SslCloseCompletionEvent;
		if (this.waiting && end) {
			this.held.add(event);
		}
		else {
			ctx.fireUserEventTriggered(event);
		}
	}

	private void readOn(ChannelHandlerContext ctx) {
		if (!this.waiting) {
			return;
		}
		this.waiting = false;
		this.timer.clear();
		this.deadline.resume();
		if (this.held.isEmpty()) {
			ctx.read();
			return;
		}
		while (!this.waiting && !this.held.isEmpty()) {
			Object next = this.held.remove();
			if (next instanceof ByteBuf) {
				ctx.fireChannelRead(next);
			}
			else {
				ctx.fireUserEventTriggered(next);
			}
		}
		ctx.fireChannelReadComplete();
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
		this.held.forEach(ReferenceCountUtil::release);
		this.held.clear();
	}

}
