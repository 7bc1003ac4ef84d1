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
 * Makes frames of the bytes that arrive, one for each {@code read()} that the handler
 * above it asks for. While that one is busy, nothing is read from the socket
 * (backpressure), and what has been read stays as it is, undecoded.
 */
final class FrameDecoder extends ChannelDuplexHandler {

	private final FrameCodec.Reader reader;

	private final UnreadBytes unread = new UnreadBytes();

	private boolean demanded;

	private boolean delivering;

	private boolean handshaking;

	private boolean ended;

	private boolean closed;

	@SuppressWarnings("NullAway.Init") // it comes with the pipeline, before any event
	private RequestDeadline deadline;

	FrameDecoder(FrameCodec.Reader reader) {
		this.reader = reader;
	}

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		this.deadline = ctx.pipeline().get(RequestDeadline.class);
		this.handshaking = ctx.pipeline().get(SslHandler.class) != null;
	}

	@Override
	public void read(ChannelHandlerContext ctx) {
		if (this.closed) {
			ctx.read();
			return;
		}
		this.demanded = true;
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
			// the loop below goes on, however many requests have been pipelined
			return;
		}
		this.delivering = true;
		try {
			byte[] frame = this.demanded ? nextFrame() : null;
			while (frame != null) {
				this.demanded = false;
				this.deadline.requestReceived();
				ctx.fireChannelRead(frame);
				frame = this.demanded ? nextFrame() : null;
			}
		}
		catch (ProtocolException ex) {
			discardUnread();
			ctx.fireExceptionCaught(ex);
		}
		finally {
			this.delivering = false;
		}
		if (this.demanded && !this.closed) {
			awaitMore(ctx);
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

	private void awaitMore(ChannelHandlerContext ctx) {
		if (this.ended) {
			end(ctx);
			return;
		}
		if (!this.handshaking) {
			this.deadline.await(this.reader.hasBegun());
		}
		ctx.read();
	}

	/**
	 * Whether all requests that have arrived are answered.
	 * @return false while one is being served
	 */
	boolean isWaiting() {
		return this.demanded || this.closed;
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
		if (event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess()) {
			this.handshaking = false;
			this.deadline.await(false);
		}
		else if (event instanceof ChannelInputShutdownEvent || event instanceof SslCloseCompletionEvent) {
			this.ended = true;
			if (this.demanded && !this.closed) {
				end(ctx);
			}
		}
		ctx.fireUserEventTriggered(event);
	}

	private void end(ChannelHandlerContext ctx) {
		boolean interrupted = this.reader.hasBegun() || this.deadline.isInterrupted();
		discardUnread();
		if (interrupted) {
			ctx.fireExceptionCaught(new EOFException("the client ended its stream within a request"));
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
