package dev.couplet.tcp;

import java.io.IOException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

import org.springframework.core.serializer.Serializer;

/**
 * Collects the replies of a connection, so that those to requests that were pipelined
 * leave in one write. Used on the event loop of the connection only.
 */
final class ReplyWriter {

	private static final int FRAME_OVERHEAD = 16;

	private static final int SMALLEST_BUFFER = 512;

	private final Serializer<byte[]> serializer;

	private @Nullable ByteBuf replies;

	private @Nullable ChannelFuture lastWrite;

	ReplyWriter(Serializer<byte[]> serializer) {
		this.serializer = serializer;
	}

	/**
	 * Adds a reply.
	 * @param ctx the context that writes
	 * @param reply the reply, without its frame
	 */
	void add(ChannelHandlerContext ctx, byte[] reply) {
		if (this.replies == null) {
			this.replies = ctx.alloc().ioBuffer(Math.max(SMALLEST_BUFFER, reply.length + FRAME_OVERHEAD));
		}
		try (ByteBufOutputStream output = new ByteBufOutputStream(this.replies)) {
			this.serializer.serialize(reply, output);
		}
		catch (IOException ex) {
			throw new IllegalStateException("a buffer took no more bytes", ex);
		}
	}

	/**
	 * Sends what was added.
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
	 * Sends what was added, and does something when all of it is sent.
	 * @param ctx the context that writes
	 * @param action what to do, at once where nothing is left to be sent
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
	 * Forgets what was added and not sent.
	 */
	void release() {
		if (this.replies != null) {
			this.replies.release();
			this.replies = null;
		}
	}

}
