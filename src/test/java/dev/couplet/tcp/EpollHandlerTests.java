package dev.couplet.tcp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import dev.couplet.SocketClient;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EpollHandler}. They fail with Netty's own handler.
 */
class EpollHandlerTests {

	private static final byte[] PIECE = "x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);

	private static final int PIECES = 200;

	@SuppressWarnings("NullAway.Init") // before each test
	private EventLoopGroup group;

	@BeforeEach
	void startLoop() {
		Assumptions.assumeTrue(Transport.EPOLL.isAvailable(), "epoll");
		this.group = new MultiThreadIoEventLoopGroup(1, EpollHandler.newFactory());
	}

	@AfterEach
	void stopLoop() {
		this.group.close();
	}

	/**
	 * With one write at a time, after every write but the last there is a moment in which
	 * the connection has no interest in any event.
	 */
	@Test
	void writesTheWholeReplyToAHalfClosedConnection() {
		int port = serve(new Sender());
		try (SocketClient client = SocketClient.connectWithReceiveBuffer(port, 4096)) {
			assertThat(client.halfClose().readToEnd()).hasSize(PIECES * PIECE.length);
		}
	}

	private int serve(Sender sender) {
		return ((InetSocketAddress) new ServerBootstrap().group(this.group)
			.channel(EpollServerSocketChannel.class)
			.childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
			.childOption(ChannelOption.AUTO_READ, false)
			.childOption(ChannelOption.WRITE_SPIN_COUNT, 1)
			.childHandler(sender)
			.bind(InetAddress.getLoopbackAddress(), 0)
			.syncUninterruptibly()
			.channel()
			.localAddress()).getPort();
	}

	/**
	 * Sends after the client has half-closed.
	 */
	@Sharable
	private static final class Sender extends ChannelInboundHandlerAdapter {

		@Override
		public void channelActive(ChannelHandlerContext ctx) {
			ctx.read();
		}

		@Override
		public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
			if (event == ChannelInputShutdownEvent.INSTANCE) {
				// after the transport has cleared its interest in events
				ctx.executor().execute(() -> send(ctx));
			}
		}

		private static void send(ChannelHandlerContext ctx) {
			for (int i = 1; i < PIECES; i++) {
				ctx.write(Unpooled.wrappedBuffer(PIECE));
			}
			ctx.writeAndFlush(Unpooled.wrappedBuffer(PIECE)).addListener(ChannelFutureListener.CLOSE);
		}

	}

}
