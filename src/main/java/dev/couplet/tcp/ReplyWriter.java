package dev.couplet.tcp;

import java.io.IOException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

import org.springframework.core.serializer.Serializer;

/**
 * Buffers the replies of a connection, so that those to pipelined requests are sent with
 * one write. Used on the event loop of the connection only.
 */
final class ReplyWriter {

	private static final int FRAME_OVERHEAD = 16;

	private static final int MIN_BUFFER_SIZE = 512;

	private final Serializer<byte[]> serializer;

	private @Nullable ByteBuf replies;

	private @Nullable ChannelFuture lastWrite;

	ReplyWriter(Serializer<byte[]> serializer) {
		this.serializer = serializer;
	}

	/**
	 * Adds a reply.
	 * @param ctx the context that writes
	 * @param reply the reply, without framing
	 */
	void add(ChannelHandlerContext ctx, byte[] reply) {
		if (this.replies == null) {
			this.replies = ctx.alloc().ioBuffer(Math.max(MIN_BUFFER_SIZE, reply.length + FRAME_OVERHEAD));
		}
		try (ByteBufOutputStream output = new ByteBufOutputStream(this.replies)) {
			this.serializer.serialize(reply, output);
		}
		catch (IOException ex) {
			throw new IllegalStateException("a buffer cannot be written", ex);
		}
	}

	/**
	 * Sends the buffered replies.
	 * @param ctx the context that writes
	 */
	void flush(ChannelHandlerContext ctx) {
		ByteBuf written = this.replies;
		if (written != null) {
			this.replies = null;
			this.lastWrite = ctx.writeAndFlush(written);
		}
	}

	/**
	 * Sends the buffered replies, and runs an action after that.
	 * @param ctx the context that writes
	 * @param action runs when all replies have been sent, immediately if they have
	 */
	void whenSent(ChannelHandlerContext ctx, Runnable action) {
		flush(ctx);
		ChannelFuture write = this.lastWrite;
		if (write == null) {
			action.run();
		}
		else {
			write.addListener((future) -> action.run());
		}
	}

	/**
	 * Discards replies that have not been sent.
	 */
	void release() {
		if (this.replies != null) {
			this.replies.release();
			this.replies = null;
		}
	}

}
