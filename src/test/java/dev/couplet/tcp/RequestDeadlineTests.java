package dev.couplet.tcp;

import java.time.Duration;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestDeadline}, with a scripted decoder.
 */
class RequestDeadlineTests {

	private static final Duration INSTANT = Duration.ofNanos(1);

	private final CountedFailures failures = new CountedFailures();

	private final RequestDeadline deadline = new RequestDeadline(TestLimits.defaults(), this.failures.newHandler());

	private Runnable decoder = () -> {
	};

	private final TestChannel channel = TestChannel.open(this.deadline, new ChannelInboundHandlerAdapter() {

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object msg) {
			ReferenceCountUtil.release(msg);
			RequestDeadlineTests.this.decoder.run();
		}

	});

	@Test
	void theRequestTimeoutAppliesToTheSetup() {
		assertClosesAfter(TestLimits.REQUEST);
		assertThat(this.failures.counts()).hasSize(1).containsEntry("request-timeout", 1);
	}

	@Test
	void theIdleTimeoutAppliesToTheSetupWithoutARequestTimeout() {
		TestChannel silent = TestChannel
			.open(new RequestDeadline(TestLimits.timeouts(Duration.ZERO, TestLimits.IDLE), this.failures.newHandler()));
		silent.pass(TestLimits.IDLE.minus(INSTANT));
		assertThat(silent.isOpen()).isTrue();
		silent.pass(INSTANT);
		assertThat(silent.isOpen()).isFalse();
	}

	@Test
	void bytesDuringTheSetupDoNotExtendItsDeadline() {
		drip(Duration.ofSeconds(9), Duration.ofSeconds(1));
		assertClosesAfter(Duration.ofSeconds(1));
		assertThat(this.failures.counts()).hasSize(1).containsEntry("request-timeout", 1);
	}

	@Test
	void theIdleTimeoutAppliesWithoutARequestAndIsNotAFailure() {
		this.channel.pass(Duration.ofSeconds(5));
		this.deadline.await(false);
		assertClosesAfter(TestLimits.IDLE);
		assertThat(this.failures.counts()).isEmpty();
	}

	@Test
	void theRequestTimeoutAppliesToTheRestOfARequest() {
		this.deadline.await(false);
		this.channel.pass(Duration.ofSeconds(30));
		this.decoder = () -> this.deadline.await(true);
		this.channel.receive("x");
		assertClosesAfter(TestLimits.REQUEST);
		assertThat(this.failures.counts()).hasSize(1).containsEntry("request-timeout", 1);
	}

	@Test
	void bytesOfARequestDoNotExtendItsDeadline() {
		this.deadline.await(false);
		this.decoder = () -> this.deadline.await(true);
		drip(Duration.ofSeconds(9), Duration.ofSeconds(1));
		assertClosesAfter(Duration.ofSeconds(1));
		assertThat(this.failures.counts()).hasSize(1).containsEntry("request-timeout", 1);
	}

	@Test
	void undecryptedBytesStartARequestAndDoNotExtendItsDeadline() {
		this.deadline.await(false);
		this.channel.pass(Duration.ofSeconds(30));
		drip(Duration.ofSeconds(9), Duration.ofSeconds(1));
		this.decoder = () -> this.deadline.await(true);
		this.channel.receive("x");
		assertClosesAfter(Duration.ofSeconds(1));
		assertThat(this.failures.counts()).hasSize(1).containsEntry("request-timeout", 1);
	}

	@Test
	void aCompleteRequestHasNoDeadline() {
		this.deadline.await(false);
		this.decoder = this.deadline::requestReceived;
		this.channel.receive("x");
		this.channel.pass(Duration.ofDays(1));
		assertThat(this.channel.isOpen()).isTrue();
	}

	@Test
	void thereIsNoDeadlineWhileARequestIsServed() {
		this.deadline.await(false);
		this.deadline.requestReceived();
		this.channel.receive("x");
		this.channel.pass(Duration.ofDays(1));
		assertThat(this.channel.isOpen()).isTrue();
	}

	@Test
	void theIdleTimeoutStartsAfterTheReply() {
		this.deadline.await(false);
		this.deadline.requestReceived();
		this.channel.pass(Duration.ofMinutes(5));
		this.deadline.await(false);
		assertClosesAfter(TestLimits.IDLE);
		assertThat(this.failures.counts()).isEmpty();
	}

	@Test
	void theRequestTimeoutOfAPipelinedRequestStartsAfterThePreviousReply() {
		this.deadline.await(false);
		this.deadline.requestReceived();
		this.channel.pass(Duration.ofMinutes(5));
		this.deadline.await(true);
		assertClosesAfter(TestLimits.REQUEST);
		assertThat(this.failures.counts()).hasSize(1).containsEntry("request-timeout", 1);
	}

	@Test
	void aTimeoutOfZeroMeansNoTimeout() {
		RequestDeadline none = new RequestDeadline(TestLimits.timeouts(Duration.ZERO, Duration.ZERO),
				this.failures.newHandler());
		TestChannel patient = TestChannel.open(none);
		patient.pass(Duration.ofDays(1));
		none.await(false);
		patient.pass(Duration.ofDays(1));
		none.await(true);
		patient.pass(Duration.ofDays(1));
		assertThat(patient.isOpen()).isTrue();
	}

	@Test
	void aClosedConnectionHasNoTimer() {
		this.deadline.await(false);
		assertThat(this.channel.hasTimer()).isTrue();
		this.channel.pipeline().close();
		assertThat(this.channel.hasTimer()).isFalse();
	}

	@Test
	void theSetupIsInterruptedOnlyIfTheClientHasSentData() {
		assertThat(this.deadline.isInterrupted()).isFalse();
		this.channel.receive("x");
		assertThat(this.deadline.isInterrupted()).isTrue();
	}

	@Test
	void aRequestIsInterruptedBetweenItsFirstAndItsLastByte() {
		this.deadline.await(false);
		assertThat(this.deadline.isInterrupted()).isFalse();
		this.decoder = () -> assertThat(this.deadline.isInterrupted()).isTrue();
		this.channel.receive("x");
		assertThat(this.deadline.isInterrupted()).isTrue();
		this.deadline.requestReceived();
		assertThat(this.deadline.isInterrupted()).isFalse();
	}

	@Test
	void aConnectionIsIdleUntilTheSetupBegins() {
		assertThat(this.deadline.isIdle()).isTrue();
		this.channel.receive("x");
		assertThat(this.deadline.isIdle()).isFalse();
	}

	@Test
	void aConnectionIsIdleUntilTheFirstByteOfARequest() {
		this.deadline.await(false);
		assertThat(this.deadline.isIdle()).isTrue();
		this.channel.receive("x");
		assertThat(this.deadline.isIdle()).isFalse();
		this.deadline.requestReceived();
		assertThat(this.deadline.isIdle()).isFalse();
		this.deadline.await(false);
		assertThat(this.deadline.isIdle()).isTrue();
	}

	@Test
	void hasRequestedAfterTheFirstCompleteRequest() {
		this.deadline.await(false);
		this.deadline.await(true);
		assertThat(this.deadline.hasRequested()).isFalse();
		this.deadline.requestReceived();
		this.deadline.await(false);
		assertThat(this.deadline.hasRequested()).isTrue();
	}

	private void drip(Duration time, Duration interval) {
		for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(interval)) {
			this.channel.receive("x");
			this.channel.pass(interval);
		}
	}

	private void assertClosesAfter(Duration timeout) {
		this.channel.pass(timeout.minus(INSTANT));
		assertThat(this.channel.isOpen()).isTrue();
		this.channel.pass(INSTANT);
		assertThat(this.channel.isOpen()).isFalse();
	}

}
