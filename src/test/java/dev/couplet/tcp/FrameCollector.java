package dev.couplet.tcp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Replaces the gateway handler in a pipeline, and collects frames and exceptions.
 */
final class FrameCollector extends ChannelInboundHandlerAdapter {

	private final boolean eager;

	private final List<String> frames = new ArrayList<>();

	private final List<Throwable> failures = new ArrayList<>();

	/**
	 * Creates a collector.
	 * @param eager whether to request the next frame after each frame
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
