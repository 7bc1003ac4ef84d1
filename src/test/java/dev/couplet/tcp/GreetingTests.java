package dev.couplet.tcp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Greeting}.
 */
class GreetingTests {

	private static final Duration DELAY = Duration.ofMillis(700);

	private static final Duration INSTANT = Duration.ofNanos(1);

	private final Greeting greeting = new Greeting("A Poem".getBytes(StandardCharsets.US_ASCII), 2, DELAY);

	private final TestChannel channel = TestChannel.open(
			new RequestDeadline(TestLimits.defaults(), new CountedFailures().newHandler()), this.greeting.newHandler());

	@Test
	void isSentInPiecesWithADelayBeforeTheClose() {
		assertThat(this.channel.sent()).isEqualTo("A ");
		this.channel.pass(DELAY.minus(INSTANT));
		assertThat(this.channel.sent()).isEmpty();
		this.channel.pass(INSTANT);
		assertThat(this.channel.sent()).isEqualTo("Po");
		this.channel.pass(DELAY);
		assertThat(this.channel.sent()).isEqualTo("em");
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.channel.hasTimer()).isFalse();
	}

	@Test
	void closesTheConnectionOfADisconnectedClientAtTheNextPiece() {
		assertThat(this.channel.sent()).isEqualTo("A ");
		this.channel.pipeline().addFirst(new Disconnected());
		this.channel.pass(DELAY);
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.channel.hasTimer()).isFalse();
	}

	private static final class Disconnected extends ChannelOutboundHandlerAdapter {

		@Override
		public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
			ReferenceCountUtil.release(msg);
			promise.setFailure(new IOException("Broken pipe"));
		}

	}

}
