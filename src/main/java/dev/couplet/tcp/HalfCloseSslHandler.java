package dev.couplet.tcp;

import java.util.List;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandler;

/**
 * TLS for clients that half-close: they send their requests and a close_notify, and wait
 * for the replies. In TLS 1.2 the engine ends both directions with the client's
 * close_notify and discards what is pending, so the alert is held back until the requests
 * before it are answered. TLS 1.3, where it ends one direction, encrypts the type of a
 * record, so a client that follows it never gets here.
 *
 * <p>
 * Another handshake on a connection (TLS 1.2), which costs the server far more than its
 * client, is refused.
 */
final class HalfCloseSslHandler extends SslHandler {

	private static final int ALERT = 21;

	private static final int HANDSHAKE = 22;

	// in bytes: its header, what it carries, and what a cipher may add
	private static final int LONGEST_RECORD = 5 + 16 * 1024 + 2048;

	private boolean held;

	private boolean released;

	HalfCloseSslHandler(SSLEngine engine) {
		// with an executor for its tasks, Netty forgets what has arrived when the client
		// half-closes while a task runs
		super(engine);
	}

	@Override
	protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws SSLException {
		if (this.held && in.readableBytes() > LONGEST_RECORD) {
			throw new SSLException("the client goes on after its end");
		}
		int type = (in.isReadable() && handshakeFuture().isSuccess()) ? in.getUnsignedByte(in.readerIndex()) : 0;
		if (type == HANDSHAKE) {
			// the JDK's own switch is for the whole process, and read at its first TLS
			throw new SSLException("another handshake is refused");
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
			// later, when the replies have come through here
			ctx.executor().execute(() -> release(ctx));
		}
	}

	private void release(ChannelHandlerContext ctx) {
		FrameDecoder decoder = ctx.pipeline().get(FrameDecoder.class);
		if (this.held && (decoder == null || decoder.isWaiting())) {
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

}
