package dev.couplet.tcp;

import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

import dev.couplet.SocketClient;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Transport}.
 */
class TransportTests {

	private static final int SLICE = WriteDeadline.SLICE;

	private static final int SLICES = 100;

	/**
	 * The number of slices that may be in the socket buffers. The receive buffer of the
	 * client holds up to two. Without a limit there are more than twenty.
	 */
	private static final int MAX_BUFFERED = 6;

	/**
	 * The write deadline starts anew when the system accepts a slice of a reply. It may
	 * therefore not accept more than a few that the client has not read, or a slow client
	 * would have to read all of these within one deadline.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "EPOLL", "IO_URING" })
	void theSystemBuffersOnlyAFewSlicesOfAReply(String name) {
		Transport transport = Transport.valueOf(name);
		Assumptions.assumeTrue(transport.isAvailable(), name);
		AtomicInteger written = new AtomicInteger();
		try (EventLoops loops = new EventLoops(transport, () -> false)) {
			Channel server = loops.newServer()
				.childHandler(new SlicesHandler(written))
				.bind("localhost", 0)
				.syncUninterruptibly()
				.channel();
			int port = ((InetSocketAddress) server.localAddress()).getPort();
			try (SocketClient client = SocketClient.connectWithReceiveBuffer(port, SLICE)) {
				for (int read = 1; read <= SLICES; read++) {
					assertThat(client.read(SLICE)).hasSize(SLICE);
					assertThat(written.get() - read).isLessThanOrEqualTo(MAX_BUFFERED);
				}
			}
		}
	}

	/**
	 * Writes slices to each connection, and counts those that the system has accepted.
	 */
	@ChannelHandler.Sharable
	private static final class SlicesHandler extends ChannelInboundHandlerAdapter {

		private final AtomicInteger written;

		SlicesHandler(AtomicInteger written) {
			this.written = written;
		}

		@Override
		public void channelActive(ChannelHandlerContext ctx) {
			for (int i = 0; i < SLICES; i++) {
				ctx.write(Unpooled.wrappedBuffer(new byte[SLICE])).addListener((_) -> this.written.incrementAndGet());
			}
			ctx.flush();
		}

	}

}
