package dev.couplet.tcp;

import java.time.Duration;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WriteDeadline}.
 */
class WriteDeadlineTests {

	private static final int SLICE = 128 * 1024;

	private static final Duration INSTANT = Duration.ofNanos(1);

	private final CountedFailures failures = new CountedFailures();

	private final TestChannel channel = TestChannel
		.open(new WriteDeadline(TestLimits.WRITE, this.failures.newHandler()));

	@Test
	void thereIsNoDeadlineIfEverythingIsWrittenImmediately() {
		this.channel.writeAndFlush(bytes(10 * SLICE));
		assertThat(this.channel.hasTimer()).isFalse();
		this.channel.pass(Duration.ofDays(1));
		assertThat(this.channel.isOpen()).isTrue();
	}

	@Test
	void closesAndCountsTheConnectionOfAClientThatDoesNotRead() {
		this.channel.take(0);
		ByteBuf reply = bytes(1);
		ChannelFuture written = this.channel.writeAndFlush(reply);
		assertClosesAfter(TestLimits.WRITE);
		assertThat(this.failures.counts()).hasSize(1).containsEntry("write-timeout", 1);
		assertThat(written.isSuccess()).isFalse();
		assertThat(reply.refCnt()).isZero();
	}

	@Test
	void furtherRepliesDoNotExtendTheDeadline() {
		this.channel.take(0);
		this.channel.writeAndFlush(bytes(1));
		this.channel.pass(TestLimits.WRITE.dividedBy(2));
		this.channel.writeAndFlush(bytes(1));
		assertClosesAfter(TestLimits.WRITE.dividedBy(2));
	}

	@Test
	void unflushedDataHasNoDeadline() {
		this.channel.take(0);
		ByteBuf reply = bytes(1);
		this.channel.write(reply);
		assertThat(this.channel.hasTimer()).isFalse();
		this.channel.close();
		assertThat(reply.refCnt()).isZero();
	}

	@Test
	void theDeadlineStartsAnewForEachSliceOfAReply() {
		this.channel.take(0);
		ByteBuf reply = bytes(3 * SLICE);
		ChannelFuture written = this.channel.writeAndFlush(reply);
		for (int slice = 1; slice <= 2; slice++) {
			this.channel.pass(TestLimits.WRITE.minus(INSTANT));
			this.channel.take(1);
		}
		assertThat(this.channel.isOpen()).isTrue();
		assertThat(written.isDone()).isFalse();
		assertClosesAfter(TestLimits.WRITE);
		this.channel.releaseOutbound();
		assertThat(reply.refCnt()).isZero();
	}

	@Test
	void theDeadlineStartsAnewForEachSliceOfSmallWrites() {
		this.channel.take(0);
		int record = SLICE / 8;
		for (int i = 0; i < 24; i++) {
			this.channel.write(bytes(record));
		}
		this.channel.flush();
		for (int slice = 1; slice <= 2; slice++) {
			this.channel.pass(TestLimits.WRITE.minus(INSTANT));
			this.channel.take(8);
		}
		assertThat(this.channel.isOpen()).isTrue();
		assertClosesAfter(TestLimits.WRITE);
		this.channel.releaseOutbound();
	}

	@Test
	void thereIsNoDeadlineAfterTheReplyHasBeenWritten() {
		this.channel.take(0);
		ChannelFuture written = this.channel.writeAndFlush(bytes(2 * SLICE));
		this.channel.pass(TestLimits.WRITE.minus(INSTANT));
		this.channel.take(Integer.MAX_VALUE);
		assertThat(written.isSuccess()).isTrue();
		this.channel.pass(Duration.ofDays(1));
		assertThat(this.channel.isOpen()).isTrue();
		assertThat(this.failures.counts()).isEmpty();
	}

	@Test
	void sendsAllSlicesOfAReplyInOrder() {
		ByteBuf reply = bytes(3 * SLICE + 17);
		for (int i = 0; i < reply.readableBytes(); i++) {
			reply.setByte(i, (byte) (i / 1000));
		}
		ByteBuf expected = reply.copy();
		this.channel.writeAndFlush(reply);
		ByteBuf sent = Unpooled.buffer();
		ByteBuf next = this.channel.readOutbound();
		while (next != null) {
			assertThat(next.readableBytes()).isLessThanOrEqualTo(SLICE);
			sent.writeBytes(next);
			next.release();
			next = this.channel.readOutbound();
		}
		assertThat(sent).isEqualTo(expected);
		assertThat(reply.refCnt()).isZero();
	}

	@Test
	void aTimeoutOfZeroMeansNoTimeout() {
		TestChannel patient = TestChannel.open(new WriteDeadline(Duration.ZERO, this.failures.newHandler()));
		patient.take(0);
		patient.writeAndFlush(bytes(1));
		patient.pass(Duration.ofDays(1));
		assertThat(patient.isOpen()).isTrue();
	}

	@Test
	void aClosedConnectionHasNoTimer() {
		this.channel.take(0);
		this.channel.writeAndFlush(bytes(1));
		assertThat(this.channel.hasTimer()).isTrue();
		this.channel.pipeline().close();
		assertThat(this.channel.hasTimer()).isFalse();
		assertThat(this.failures.counts()).isEmpty();
	}

	private void assertClosesAfter(Duration timeout) {
		this.channel.pass(timeout.minus(INSTANT));
		assertThat(this.channel.isOpen()).isTrue();
		this.channel.pass(INSTANT);
		assertThat(this.channel.isOpen()).isFalse();
	}

	private static ByteBuf bytes(int length) {
		return Unpooled.buffer(length).writeZero(length);
	}

}
