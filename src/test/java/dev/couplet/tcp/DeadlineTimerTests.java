package dev.couplet.tcp;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DeadlineTimer}.
 */
class DeadlineTimerTests {

	private static final Duration INSTANT = Duration.ofNanos(1);

	private static final Duration TIMEOUT = Duration.ofSeconds(64);

	private static final Duration TOLERANCE = Duration.ofSeconds(1);

	private final TestChannel channel = TestChannel.open();

	private int expirations;

	private final DeadlineTimer timer = new DeadlineTimer(this.channel.eventLoop(), () -> this.expirations++);

	@Test
	void expiresAtTheDeadlineAndNotBefore() {
		this.timer.set(TIMEOUT);
		this.channel.pass(TIMEOUT.minus(INSTANT));
		assertThat(this.expirations).isZero();
		assertThat(this.timer.isSet()).isTrue();
		this.channel.pass(INSTANT);
		assertThat(this.expirations).isOne();
		assertThat(this.timer.isSet()).isFalse();
	}

	@Test
	void expiresOnce() {
		this.timer.set(TIMEOUT);
		this.channel.pass(TIMEOUT.multipliedBy(5));
		assertThat(this.expirations).isOne();
		assertThat(this.channel.hasTimer()).isFalse();
	}

	@Test
	void aPostponedDeadlineDoesNotExpireAtItsFirstTime() {
		this.timer.set(TIMEOUT);
		this.channel.pass(TIMEOUT.dividedBy(2));
		this.timer.set(TIMEOUT);
		this.channel.pass(TIMEOUT.minus(INSTANT));
		assertThat(this.expirations).isZero();
		this.channel.pass(INSTANT);
		assertThat(this.expirations).isOne();
	}

	@Test
	void anAdvancedDeadlineExpiresEarlier() {
		this.timer.set(TIMEOUT.multipliedBy(10));
		this.timer.set(TIMEOUT);
		this.channel.pass(TIMEOUT.minus(INSTANT));
		assertThat(this.expirations).isZero();
		this.channel.pass(INSTANT);
		assertThat(this.expirations).isOne();
		assertThat(this.channel.hasTimer()).isFalse();
	}

	@Test
	void aClearedDeadlineDoesNotExpire() {
		this.timer.set(TIMEOUT);
		this.timer.clear();
		assertThat(this.timer.isSet()).isFalse();
		this.channel.pass(TIMEOUT.multipliedBy(2));
		assertThat(this.expirations).isZero();
	}

	@Test
	void aDeadlineSetAgainAfterBeingClearedExpires() {
		this.timer.set(TIMEOUT);
		this.timer.clear();
		this.channel.pass(TIMEOUT.dividedBy(2));
		this.timer.set(TIMEOUT);
		this.channel.pass(TIMEOUT.minus(INSTANT));
		assertThat(this.expirations).isZero();
		this.channel.pass(INSTANT);
		assertThat(this.expirations).isOne();
	}

	@Test
	void zeroMeansNoDeadline() {
		this.timer.set(Duration.ZERO);
		assertThat(this.timer.isSet()).isFalse();
		this.channel.pass(Duration.ofDays(1));
		assertThat(this.expirations).isZero();
	}

	@Test
	void zeroReplacesADeadline() {
		this.timer.set(TIMEOUT);
		this.timer.set(Duration.ZERO);
		this.channel.pass(TIMEOUT.multipliedBy(2));
		assertThat(this.expirations).isZero();
	}

	@Test
	void expiresIfTheTimerFiresSlightlyLate() {
		this.timer.set(TIMEOUT);
		this.channel.stall(TIMEOUT.plus(TOLERANCE));
		assertThat(this.expirations).isOne();
	}

	@Test
	void aLateTimerExtendsTheDeadlineByTheDelay() {
		Duration late = TIMEOUT.multipliedBy(3);
		this.timer.set(TIMEOUT);
		this.channel.stall(TIMEOUT.plus(late));
		assertThat(this.expirations).isZero();
		assertThat(this.timer.isSet()).isTrue();
		this.channel.pass(late.minus(INSTANT));
		assertThat(this.expirations).isZero();
		this.channel.pass(INSTANT);
		assertThat(this.expirations).isOne();
	}

	@Test
	void aDeadlineSetDuringTheExtensionReplacesIt() {
		this.timer.set(TIMEOUT);
		this.channel.stall(TIMEOUT.multipliedBy(2));
		this.timer.set(TOLERANCE);
		this.channel.pass(TOLERANCE);
		assertThat(this.expirations).isOne();
	}

	@Test
	void cancelLeavesNoScheduledTaskBehind() {
		this.timer.set(TIMEOUT);
		this.timer.set(TIMEOUT.dividedBy(2));
		this.timer.cancel();
		assertThat(this.channel.hasTimer()).isFalse();
		assertThat(this.timer.isSet()).isFalse();
	}

	@Test
	void aDeadlineSetForEveryRequestNeedsOnlyOneTask() {
		for (int i = 0; i < 1000; i++) {
			this.timer.set(TIMEOUT);
			this.channel.pass(INSTANT);
			this.timer.clear();
		}
		this.channel.pass(TIMEOUT);
		assertThat(this.channel.hasTimer()).isFalse();
		assertThat(this.expirations).isZero();
	}

}
