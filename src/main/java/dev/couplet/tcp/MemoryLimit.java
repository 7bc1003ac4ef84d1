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
 * Reserves memory for a frame before the rest of the frame is read. If no memory is
 * available, the connection is queued and nothing is read (backpressure). After a maximum
 * wait the request is refused. The memory is released when the next frame is awaited or
 * the connection ends.
 */
final class MemoryLimit extends ChannelDuplexHandler {

	private final FrameCodec.Reader reader;

	private final MemoryReservation memory;

	// buffers, and the event for the end of the stream
	private final Queue<Object> held = new ArrayDeque<>(2);

	private boolean waiting;

	private boolean closing;

	@SuppressWarnings("NullAway.Init") // set by handlerAdded
	private RequestDeadline deadline;

	@SuppressWarnings("NullAway.Init") // set by handlerAdded
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
		if (this.closing || (!this.waiting && isReserved(ctx))) {
			ctx.read();
		}
	}

	/**
	 * Called when the current request has been answered and the next one is awaited.
	 */
	void releaseMemory() {
		this.memory.release();
	}

	/**
	 * Returns whether the rest of a frame is held back for lack of memory.
	 * @return true until there is memory, or the request is refused
	 */
	boolean isWaiting() {
		return this.waiting;
	}

	private boolean isReserved(ChannelHandlerContext ctx) {
		// the announced size alone reserves nothing
		int size = MemoryReservation.isCounted(this.reader.arrived()) ? this.reader.size() : 0;
		try {
			if (size == 0 || this.memory.reserve(size, () -> ctx.executor().execute(() -> resumeReading(ctx)))) {
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
	 * Holds back data that is read although the handler is waiting: one read can contain
	 * several TLS records, and the end of the stream is read too.
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

	private void resumeReading(ChannelHandlerContext ctx) {
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

	// null if the memory has just been granted
	private void refuse(ChannelHandlerContext ctx, @Nullable UnavailableException reason) {
		if (reason != null) {
			this.waiting = false;
			ctx.fireExceptionCaught(reason);
		}
	}

	/**
	 * Releases the memory before the close. The last reply has been sent, and further
	 * input is discarded.
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
