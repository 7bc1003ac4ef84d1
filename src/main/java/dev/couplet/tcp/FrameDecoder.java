package dev.couplet.tcp;

import java.io.EOFException;
import java.net.ProtocolException;

import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.UnavailableException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;

/**
 * Decodes frames, one for each {@code read()} of the gateway handler. While that handler
 * serves a request, nothing is read from the socket (backpressure), and bytes that have
 * been read stay undecoded. The same applies to the rest of a large frame while memory
 * for it is awaited.
 */
final class FrameDecoder extends ChannelDuplexHandler {

	private final FrameCodec.Reader reader;

	private final MemoryReservation reservation;

	private boolean requested;

	private boolean delivering;

	private boolean handshaking;

	private boolean ended;

	private boolean closed;

	@SuppressWarnings("NullAway.Init") // set by handlerAdded
	private RequestDeadline deadline;

	@SuppressWarnings("NullAway.Init") // set by handlerAdded
	private FrameMemory memory;

	@SuppressWarnings("NullAway.Init") // set by handlerAdded
	private UndecodedFrames frames;

	/**
	 * Creates the decoder of a connection.
	 * @param reader decodes its bytes
	 * @param reservation the memory for its frames
	 */
	FrameDecoder(FrameCodec.Reader reader, MemoryReservation reservation) {
		this.reader = reader;
		this.reservation = reservation;
	}

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		this.deadline = ctx.pipeline().get(RequestDeadline.class);
		this.memory = new FrameMemory(this.reservation, ctx, () -> resume(ctx), (ex) -> refuse(ctx, ex));
		this.frames = new UndecodedFrames(this.reader, this.memory);
		this.handshaking = ctx.pipeline().get(SslHandler.class) != null;
	}

	@Override
	public void read(ChannelHandlerContext ctx) {
		if (this.closed) {
			ctx.read();
			return;
		}
		if (!this.requested) {
			// the start of the next frame may have been read already
			this.memory.release();
		}
		this.requested = true;
		deliver(ctx);
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object msg) {
		ByteBuf bytes = (ByteBuf) msg;
		if (this.closed) {
			bytes.release();
			return;
		}
		this.frames.add(bytes);
		deliver(ctx);
	}

	private void deliver(ChannelHandlerContext ctx) {
		// if it is running, the loop below continues, so that pipelined requests do not
		// nest
		if (this.delivering || this.memory.isAwaited()) {
			return;
		}
		this.delivering = true;
		try {
			byte[] frame = this.requested ? this.frames.next() : null;
			while (frame != null) {
				this.requested = false;
				this.deadline.requestReceived();
				ctx.fireChannelRead(frame);
				frame = this.requested ? this.frames.next() : null;
			}
		}
		catch (ProtocolException | UnavailableException ex) {
			refuse(ctx, ex);
		}
		finally {
			this.delivering = false;
		}
		if (this.requested && !this.closed && !this.memory.isAwaited()) {
			readMore(ctx);
		}
	}

	private void resume(ChannelHandlerContext ctx) {
		deliver(ctx);
		// what has been read is complete: replies are flushed only now
		ctx.fireChannelReadComplete();
	}

	private void refuse(ChannelHandlerContext ctx, Exception reason) {
		discardUnread();
		ctx.fireExceptionCaught(reason);
	}

	private void readMore(ChannelHandlerContext ctx) {
		if (this.ended) {
			handleEnd(ctx);
			return;
		}
		if (!this.handshaking) {
			this.deadline.await(this.frames.hasBegun());
		}
		ctx.read();
	}

	/**
	 * Returns whether no request is being served or waits for memory.
	 * @return false until the current request has been answered
	 */
	boolean isWaiting() {
		return (this.requested && !this.memory.isAwaited()) || this.closed;
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
		if (event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess()) {
			this.handshaking = false;
			this.deadline.await(false);
		}
		else if (event instanceof ChannelInputShutdownEvent || event instanceof SslCloseCompletionEvent) {
			this.ended = true;
			if (isWaiting() && !this.closed) {
				handleEnd(ctx);
			}
		}
		ctx.fireUserEventTriggered(event);
	}

	private void handleEnd(ChannelHandlerContext ctx) {
		boolean interrupted = this.frames.hasBegun() || this.deadline.isInterrupted();
		discardUnread();
		if (interrupted) {
			ctx.fireExceptionCaught(new EOFException("the client ended the stream in the middle of a request"));
		}
		else {
			ctx.channel().close();
		}
	}

	/**
	 * Releases the memory before the close. The last reply has been sent, and further
	 * input is discarded.
	 */
	@Override
	public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
		discardUnread();
		this.memory.close();
		ctx.close(promise);
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		discardUnread();
		this.memory.close();
		ctx.fireChannelInactive();
	}

	private void discardUnread() {
		this.closed = true;
		this.deadline.finish();
		this.frames.discard();
	}

}
