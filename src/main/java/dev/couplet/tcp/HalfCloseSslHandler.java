package dev.couplet.tcp;

import java.util.List;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandler;

/**
 * Supports TLS clients that half-close: they send their requests and a close_notify, and
 * wait for the replies. In TLS 1.2 the engine closes both directions at the client's
 * close_notify and discards pending data, so the alert is held back until the requests
 * before it have been answered. In TLS 1.3 it closes one direction; the record type is
 * encrypted there, so this handler holds nothing back.
 *
 * <p>
 * Renegotiation (TLS 1.2), which costs the server far more than its client, is refused.
 */
final class HalfCloseSslHandler extends SslHandler {

	private static final int ALERT = 21;

	private static final int HANDSHAKE = 22;

	// in bytes: the header, the payload, and the maximum overhead of a cipher
	private static final int MAX_RECORD_LENGTH = 5 + 16 * 1024 + 2048;

	private boolean held;

	private boolean released;

	HalfCloseSslHandler(SSLEngine engine) {
		// with a separate executor, Netty loses data if the client half-closes while a
		// delegated task runs
		super(engine);
	}

	@Override
	protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws SSLException {
		if (this.held && in.readableBytes() > MAX_RECORD_LENGTH) {
			throw new SSLException("data after a closing alert");
		}
		int type = (in.isReadable() && handshakeFuture().isSuccess()) ? in.getUnsignedByte(in.readerIndex()) : 0;
		if (type == HANDSHAKE) {
			// the JDK's own property applies to the whole process, and is read once, when
			// TLS is first used
			throw new SSLException("renegotiation is not allowed");
		}
		if (type == ALERT && !this.released) {
			this.held = true;
		}
		else {
			super.decode(ctx, in, out);
		}
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
		super.channelReadComplete(ctx);
		releaseWhenAnswered(ctx);
	}

	@Override
	public void read(ChannelHandlerContext ctx) throws Exception {
		super.read(ctx);
		releaseWhenAnswered(ctx);
	}

	private void releaseWhenAnswered(ChannelHandlerContext ctx) {
		if (this.held) {
			// later, after the replies have been written through this handler
			ctx.executor().execute(() -> release(ctx));
		}
	}

	private void release(ChannelHandlerContext ctx) {
		if (this.held && isAnswered(ctx)) {
			this.held = false;
			this.released = true;
			try {
				channelRead(ctx, Unpooled.EMPTY_BUFFER);
				super.channelReadComplete(ctx);
			}
			catch (Exception ex) {
				ctx.fireExceptionCaught(ex);
			}
		}
	}

	private static boolean isAnswered(ChannelHandlerContext ctx) {
		FrameDecoder decoder = ctx.pipeline().get(FrameDecoder.class);
		return decoder == null || decoder.isWaiting();
	}

}
