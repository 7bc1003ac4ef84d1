package dev.couplet.tcp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link LingeringClose}, with a handler that closes the connection when it
 * reads.
 */
class LingeringCloseTests {

	private static final Duration INSTANT = Duration.ofNanos(1);

	private static final Duration LINGER = Duration.ofSeconds(1);

	private int messages;

	private final TestChannel channel = TestChannel.open(new LingeringClose(false), new ChannelInboundHandlerAdapter() {

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object msg) {
			ReferenceCountUtil.release(msg);
			LingeringCloseTests.this.messages++;
			ctx.channel().pipeline().close();
		}

	});

	@Test
	void aCloseDuringAReadClosesTheConnectionIfThereIsNoMoreInput() {
		read("x");
		assertThat(this.channel.isOpen()).isTrue();
		assertThat(this.channel.config().isAutoRead()).isTrue();
		assertThat(this.channel.reads()).isOne();
		complete();
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.channel.isOutputShutdown()).isFalse();
	}

	@Test
	void aCloseDuringAReadLingersIfThereIsMoreInput() {
		read("x");
		ByteBuf more = read("y");
		complete();
		assertThat(more.refCnt()).isZero();
		assertLingers();
	}

	@Test
	void aCloseOutsideOfAReadLingers() {
		this.channel.pipeline().close();
		assertThat(this.channel.config().isAutoRead()).isTrue();
		assertThat(this.channel.reads()).isOne();
		assertLingers();
	}

	@Test
	void aCloseAfterAReadLingers() {
		TestChannel quiet = TestChannel.open(new LingeringClose(false));
		quiet.receive("x");
		quiet.releaseInbound();
		quiet.pipeline().close();
		assertThat(quiet.isOutputShutdown()).isTrue();
		assertThat(quiet.isOpen()).isTrue();
	}

	@Test
	void inputIsDiscardedAndDoesNotExtendTheLingering() {
		this.channel.pipeline().close();
		for (int i = 0; i < 9; i++) {
			this.channel.pass(Duration.ofMillis(100));
			assertThat(read("x").refCnt()).isZero();
			complete();
			assertThat(this.channel.isOpen()).isTrue();
		}
		this.channel.pass(Duration.ofMillis(100));
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.messages).isZero();
		assertThat(this.channel.outputShutdowns()).isOne();
	}

	@Test
	void aCloseByTheClientEndsTheLingering() {
		this.channel.pipeline().close();
		assertThat(this.channel.isOpen()).isTrue();
		this.channel.receiveEnd();
		assertThat(this.channel.isOpen()).isFalse();
	}

	@Test
	void doesNotLingerIfTheClientHasHalfClosed() {
		this.channel.receiveEnd();
		assertThat(this.channel.isOpen()).isTrue();
		this.channel.pipeline().close();
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.channel.isOutputShutdown()).isFalse();
	}

	@Test
	void aResetWhileLingeringIsNotAFailure() {
		this.channel.pipeline().close();
		this.channel.pipeline().fireExceptionCaught(new IOException("Connection reset by peer"));
		assertThat(this.channel.isOpen()).isFalse();
		this.channel.checkException();
	}

	@Test
	void aResetBeforeTheCloseIsAFailure() {
		this.channel.pipeline().fireExceptionCaught(new IOException("Connection reset by peer"));
		assertThatIOException().isThrownBy(this.channel::checkException);
	}

	@Test
	void aSecondCloseHasNoEffect() {
		this.channel.pipeline().close();
		this.channel.pass(LINGER.dividedBy(2));
		ChannelFuture second = this.channel.pipeline().close();
		assertThat(this.channel.outputShutdowns()).isOne();
		this.channel.pass(LINGER.dividedBy(2).minus(INSTANT));
		assertThat(this.channel.isOpen()).isTrue();
		assertThat(second.isDone()).isFalse();
		this.channel.pass(INSTANT);
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(second.isSuccess()).isTrue();
	}

	@Test
	void closesATransportOnlyOnce() {
		AtomicInteger closes = new AtomicInteger();
		TestChannel slow = TestChannel.open(new ChannelOutboundHandlerAdapter() {

			@Override
			public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
				closes.incrementAndGet();
			}

		}, new LingeringClose(false));
		slow.pipeline().close();
		slow.pipeline().fireExceptionCaught(new IOException("Connection reset by peer"));
		slow.receiveEnd();
		slow.pass(LINGER);
		assertThat(closes).hasValue(1);
	}

	private ByteBuf read(String text) {
		ByteBuf bytes = Unpooled.copiedBuffer(text.getBytes(StandardCharsets.US_ASCII));
		this.channel.pipeline().fireChannelRead(bytes);
		return bytes;
	}

	private void complete() {
		this.channel.pipeline().fireChannelReadComplete();
		this.channel.runPendingTasks();
	}

	private void assertLingers() {
		assertThat(this.channel.isOutputShutdown()).isTrue();
		this.channel.pass(LINGER.minus(INSTANT));
		assertThat(this.channel.isOpen()).isTrue();
		this.channel.pass(INSTANT);
		assertThat(this.channel.isOpen()).isFalse();
	}

}
