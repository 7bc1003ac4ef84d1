package dev.couplet.tcp;

import java.io.EOFException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import org.jspecify.annotations.Nullable;

/**
 * Decodes frames, one for each {@code read()} of the gateway handler. While that handler
 * serves a request, nothing is read from the socket (backpressure), and bytes that have
 * been read stay undecoded.
 */
final class FrameDecoder extends ChannelDuplexHandler {

	private final FrameCodec.Reader reader;

	private final UnreadBytes unread = new UnreadBytes();

	private boolean requested;

	private boolean delivering;

	private boolean handshaking;

	private boolean ended;

	private boolean closed;

	@SuppressWarnings("NullAway.Init") // set by handlerAdded
	private RequestDeadline deadline;

	private @Nullable MemoryLimit memory;

	FrameDecoder(FrameCodec.Reader reader) {
		this.reader = reader;
	}

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		this.deadline = ctx.pipeline().get(RequestDeadline.class);
		this.memory = ctx.pipeline().get(MemoryLimit.class);
		this.handshaking = ctx.pipeline().get(SslHandler.class) != null;
	}

	@Override
	public void read(ChannelHandlerContext ctx) {
		if (this.closed) {
			ctx.read();
			return;
		}
		if (!this.requested && this.memory != null) {
			// the start of the next frame may have been read already
			this.memory.releaseMemory();
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
		this.unread.add(bytes);
		deliver(ctx);
	}

	private void deliver(ChannelHandlerContext ctx) {
		if (this.delivering) {
			// the loop below continues, so that pipelined requests do not nest
			return;
		}
		this.delivering = true;
		try {
			byte[] frame = this.requested ? nextFrame() : null;
			while (frame != null) {
				this.requested = false;
				this.deadline.requestReceived();
				ctx.fireChannelRead(frame);
				frame = this.requested ? nextFrame() : null;
			}
		}
		catch (ProtocolException ex) {
			discardUnread();
			ctx.fireExceptionCaught(ex);
		}
		finally {
			this.delivering = false;
		}
		if (this.requested && !this.closed) {
			readMore(ctx);
		}
	}

	private byte @Nullable [] nextFrame() throws ProtocolException {
		byte[] frame = null;
		ByteBuffer bytes = this.unread.next();
		while (frame == null && bytes.hasRemaining()) {
			frame = this.reader.read(bytes);
			bytes = this.unread.next();
		}
		return frame;
	}

	private void readMore(ChannelHandlerContext ctx) {
		if (this.ended) {
			handleEnd(ctx);
			return;
		}
		if (!this.handshaking) {
			this.deadline.await(this.reader.hasBegun());
		}
		ctx.read();
	}

	/**
	 * Returns whether no request is being served.
	 * @return false until the current request has been answered
	 */
	boolean isWaiting() {
		return this.requested || this.closed;
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
		if (event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess()) {
			this.handshaking = false;
			this.deadline.await(false);
		}
		else if (event instanceof ChannelInputShutdownEvent || event instanceof SslCloseCompletionEvent) {
			this.ended = true;
			if (this.requested && !this.closed) {
				handleEnd(ctx);
			}
		}
		ctx.fireUserEventTriggered(event);
	}

	private void handleEnd(ChannelHandlerContext ctx) {
		boolean interrupted = this.reader.hasBegun() || this.deadline.isInterrupted();
		discardUnread();
		if (interrupted) {
			ctx.fireExceptionCaught(new EOFException("the client ended the stream in the middle of a request"));
		}
		else {
			ctx.channel().close();
		}
	}

	@Override
	public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
		discardUnread();
		ctx.close(promise);
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		discardUnread();
		ctx.fireChannelInactive();
	}

	private void discardUnread() {
		this.closed = true;
		this.deadline.finish();
		this.unread.discard();
	}

}
