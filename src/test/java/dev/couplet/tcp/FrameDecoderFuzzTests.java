package dev.couplet.tcp;

import java.io.EOFException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.couplet.transform.SizeLimit;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzzes {@link FrameDecoder} in a pipeline: any bytes in any pieces, with read requests
 * of a gateway at any time.
 */
class FrameDecoderFuzzTests {

	private static final FrameCodec NETSTRINGS = NetstringSerializer.forRequests(new SizeLimit(100_000));

	@FuzzTest
	void givesTheFramesThatTheReaderFindsAndReleasesEveryBuffer(FuzzedDataProvider data) throws Exception {
		boolean eager = data.consumeBoolean();
		boolean ends = data.consumeBoolean();
		byte[] steps = data.consumeBytes(32);
		byte[] bytes = data.consumeRemainingAsBytes();
		Gateway gateway = new Gateway(eager);
		TestChannel channel = TestChannel.open(
				new RequestDeadline(TestLimits.defaults(), new CountedFailures().newHandler()),
				new FrameDecoder(NETSTRINGS.newReader(), TestLimits.newReservation()), gateway);
		List<ByteBuf> buffers = new ArrayList<>();
		int start = 0;
		for (int i = 0; start < bytes.length; i++) {
			int step = (steps.length > 0) ? steps[i % steps.length] : 1;
			if (step <= 0) {
				channel.read();
			}
			int length = Math.min(Math.max(1, Math.abs(step)), bytes.length - start);
			ByteBuf buffer = Unpooled.copiedBuffer(bytes, start, length);
			buffers.add(buffer);
			channel.writeInbound(buffer);
			start += length;
		}
		if (ends) {
			channel.receiveEnd();
		}
		List<byte[]> expected = frames(bytes);
		for (int i = gateway.frames.size(); i <= expected.size(); i++) {
			channel.read();
		}
		assertThat(gateway.frames).usingElementComparator(Arrays::compare).isEqualTo(expected);
		assertThat(gateway.failures)
			.allMatch((failure) -> failure instanceof ProtocolException || failure instanceof EOFException)
			.hasSizeLessThanOrEqualTo(1);
		channel.pipeline().close();
		assertThat(buffers).allMatch((buffer) -> buffer.refCnt() == 0);
	}

	private static List<byte[]> frames(byte[] bytes) {
		FrameCodec.Reader reader = NETSTRINGS.newReader();
		ByteBuffer input = ByteBuffer.wrap(bytes);
		List<byte[]> frames = new ArrayList<>();
		try {
			while (input.hasRemaining()) {
				byte[] frame = reader.read(input);
				if (frame != null) {
					frames.add(frame);
				}
			}
		}
		catch (ProtocolException ex) {
			// the frames before it have been collected
		}
		return frames;
	}

	/**
	 * Collects frames.
	 */
	private static final class Gateway extends ChannelInboundHandlerAdapter {

		private final boolean eager;

		private final List<byte[]> frames = new ArrayList<>();

		private final List<Throwable> failures = new ArrayList<>();

		private Gateway(boolean eager) {
			this.eager = eager;
		}

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object msg) {
			this.frames.add((byte[]) msg);
			if (this.eager) {
				ctx.read();
			}
		}

		@Override
		public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
			this.failures.add(cause);
		}

	}

}
