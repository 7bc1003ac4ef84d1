package dev.couplet.tcp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Stands in a pipeline where the gateway does, and keeps what arrives there.
 */
final class FrameCollector extends ChannelInboundHandlerAdapter {

	private final boolean eager;

	private final List<String> frames = new ArrayList<>();

	private final List<Throwable> failures = new ArrayList<>();

	/**
	 * Makes a collector.
	 * @param eager whether it asks for the next frame as soon as it gets one
	 */
	FrameCollector(boolean eager) {
		this.eager = eager;
	}

	List<String> frames() {
		return this.frames;
	}

	List<Throwable> failures() {
		return this.failures;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object msg) {
		this.frames.add(new String((byte[]) msg, StandardCharsets.ISO_8859_1));
		if (this.eager) {
			ctx.read();
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		this.failures.add(cause);
	}

}
