package dev.couplet.tcp;

import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import dev.couplet.SocketClient;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReadBuffers}, with the sockets of every transport.
 */
class ReadBuffersTests {

	private static final int LENGTH = 60_000;

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "AUTO")
	void readsLittleAtOnceWhileTextsWaitForMemory(Transport transport) throws InterruptedException {
		assertThat(largestRead(transport, true)).isLessThanOrEqualTo(4096);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "AUTO")
	void readsMuchAtOnceOtherwise(Transport transport) throws InterruptedException {
		assertThat(largestRead(transport, false)).isGreaterThan(4096);
	}

	private static int largestRead(Transport transport, boolean memoryAwaited) throws InterruptedException {
		Assumptions.assumeTrue(transport.isAvailable(), transport.word());
		ReadsHandler reads = new ReadsHandler();
		try (EventLoops loops = new EventLoops(transport, () -> memoryAwaited)) {
			Channel server = loops.newServer().childHandler(reads).bind("localhost", 0).syncUninterruptibly().channel();
			try (SocketClient client = SocketClient.connect(((InetSocketAddress) server.localAddress()).getPort())) {
				client.send("x".repeat(LENGTH));
				int largest = 0;
				int total = 0;
				while (total < LENGTH) {
					int length = reads.lengths.take();
					largest = Math.max(largest, length);
					total += length;
				}
				return largest;
			}
		}
	}

	/**
	 * Reads everything, and tells how much each read returned.
	 */
	@ChannelHandler.Sharable
	private static final class ReadsHandler extends ChannelInboundHandlerAdapter {

		private final BlockingQueue<Integer> lengths = new LinkedBlockingQueue<>();

		@Override
		public void channelActive(ChannelHandlerContext ctx) {
			ctx.read();
		}

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object msg) {
			ByteBuf bytes = (ByteBuf) msg;
			this.lengths.add(bytes.readableBytes());
			bytes.release();
			ctx.read();
		}

	}

}
