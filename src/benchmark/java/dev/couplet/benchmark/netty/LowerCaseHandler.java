package dev.couplet.benchmark.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.CharsetUtil;

/**
 * Answers {@code cummingsify} with the text in lower case, ASCII only. In a session,
 * replies to requests that were read together are flushed together; otherwise the
 * connection is closed after the first reply.
 */
final class LowerCaseHandler extends SimpleChannelInboundHandler<ByteBuf> {

	private static final int LONGEST_HEADER = 16;

	private final byte[] recipe;

	private final byte[] prefix;

	private final boolean session;

	private boolean answered;

	LowerCaseHandler(boolean session) {
		this.session = session;
		this.recipe = (session ? "cummingsify " : "cummingsify.").getBytes(CharsetUtil.US_ASCII);
		this.prefix = (session ? "OK " : "").getBytes(CharsetUtil.US_ASCII);
	}

	@Override
	protected void channelRead0(ChannelHandlerContext context, ByteBuf request) {
		if (this.answered && !this.session) {
			return;
		}
		this.answered = true;
		if (!startsWithRecipe(request)) {
			var _ = context.close();
			return;
		}
		byte[] text = ByteBufUtil.getBytes(request.skipBytes(this.recipe.length));
		toLowerCase(text);
		int length = this.prefix.length + text.length;
		ByteBuf reply = context.alloc().buffer(LONGEST_HEADER + length);
		ByteBufUtil.writeAscii(reply, Integer.toString(length));
		reply.writeByte(':').writeBytes(this.prefix).writeBytes(text).writeByte(',');
		if (this.session) {
			var _ = context.write(reply, context.voidPromise());
		}
		else {
			context.writeAndFlush(reply).addListener(ChannelFutureListener.CLOSE);
		}
	}

	private boolean startsWithRecipe(ByteBuf request) {
		if (request.readableBytes() < this.recipe.length) {
			return false;
		}
		for (int i = 0; i < this.recipe.length; i++) {
			if (request.getByte(request.readerIndex() + i) != this.recipe[i]) {
				return false;
			}
		}
		return true;
	}

	private static void toLowerCase(byte[] text) {
		for (int i = 0; i < text.length; i++) {
			byte letter = text[i];
			text[i] = (letter >= 'A' && letter <= 'Z') ? (byte) (letter + 'a' - 'A') : letter;
		}
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext context) {
		if (this.session) {
			context.flush();
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		// malformed input, or the client has disconnected
		var _ = context.close();
	}

}
