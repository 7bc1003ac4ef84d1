package dev.couplet.tcp;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;

/**
 * A constant that is sent to every client, whole or in pieces, before the connection is
 * closed. Input is ignored.
 *
 * @param bytes the bytes, which must not be modified
 * @param pieceLength the number of bytes in a piece, at least 1
 * @param delay the time between two pieces
 */
@SuppressWarnings("ArrayRecordComponent") // shared by all connections, and never compared
public record Greeting(byte[] bytes, int pieceLength, Duration delay) {

	ChannelHandler newHandler() {
		return new Handler();
	}

	private final class Handler extends ChannelInboundHandlerAdapter {

		@Override
		public void channelActive(ChannelHandlerContext ctx) {
			ctx.pipeline().get(RequestDeadline.class).requestReceived();
			ctx.fireChannelActive();
			sendFrom(ctx, 0);
		}

		private void sendFrom(ChannelHandlerContext ctx, int start) {
			int length = Math.min(Greeting.this.pieceLength, Greeting.this.bytes.length - start);
			ctx.writeAndFlush(Unpooled.wrappedBuffer(Greeting.this.bytes, start, length))
				.addListener((written) -> continueFrom(ctx, start + length, written));
		}

		private void continueFrom(ChannelHandlerContext ctx, int start, Future<?> written) {
			if (!written.isSuccess() || start == Greeting.this.bytes.length) {
				ctx.channel().close();
			}
			else {
				ctx.executor()
					.schedule(() -> sendFrom(ctx, start), Greeting.this.delay.toNanos(), TimeUnit.NANOSECONDS);
			}
		}

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object msg) {
			ReferenceCountUtil.release(msg);
		}

	}

}
