package dev.couplet.tcp;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SessionAge}, together with the {@link DrainHandler} that it uses.
 */
class SessionAgeTests {

	private static final Duration AGE = Duration.ofSeconds(20);

	private static final Duration INSTANT = Duration.ofMillis(2);

	private final RequestDeadline deadline = new RequestDeadline(TestLimits.defaults(),
			new CountedFailures().newHandler());

	private final TestChannel channel = TestChannel.open(this.deadline, new DrainHandler(), new SessionAge(AGE));

	SessionAgeTests() {
		awaitRequest();
	}

	@Test
	void aSessionGoesOnUntilItHasReachedTheAge() {
		this.channel.pass(AGE.minus(INSTANT));
		receiveRequest();
		awaitRequest();
		this.channel.pass(Duration.ofNanos(1));
		assertThat(this.channel.isOpen()).isTrue();
		assertThat(this.channel.reads()).isEqualTo(2);
	}

	@Test
	void endsASessionAfterTheFirstReplyFromThenOn() {
		this.channel.pass(AGE);
		receiveRequest();
		this.channel.pass(INSTANT);
		assertThat(this.channel.isOpen()).isTrue();
		awaitRequest();
		this.channel.pass(INSTANT);
		assertThat(this.channel.isOpen()).isFalse();
	}

	@Test
	void doesNotEndASessionBeforeItsFirstReply() {
		RequestDeadline patient = new RequestDeadline(TestLimits.defaults(), new CountedFailures().newHandler());
		TestChannel old = TestChannel.open(patient, new DrainHandler(), new SessionAge(Duration.ofNanos(1)));
		old.pass(INSTANT);
		patient.await(false);
		old.pipeline().read();
		old.pass(AGE);
		assertThat(old.isOpen()).isTrue();
	}

	@Test
	void doesNotEndASessionWithoutRequests() {
		receiveRequest();
		awaitRequest();
		this.channel.pass(AGE.multipliedBy(2));
		assertThat(this.channel.isOpen()).isTrue();
	}

	@Test
	void answersRequestsThatHaveBeenPipelined() {
		this.channel.pass(AGE);
		for (int i = 0; i < 3; i++) {
			receiveRequest();
			this.channel.pipeline().read();
			receiveRequest();
			this.channel.pass(INSTANT);
			assertThat(this.channel.isOpen()).isTrue();
		}
		awaitRequest();
		this.channel.pass(INSTANT);
		assertThat(this.channel.isOpen()).isFalse();
	}

	@Test
	void disconnectsAClientThatPipelinesWithoutAPause() {
		this.channel.pass(AGE);
		receiveRequest();
		this.channel.pipeline().read();
		receiveRequest();
		this.channel.pass(SessionAge.GRACE.minus(INSTANT));
		this.channel.pipeline().read();
		receiveRequest();
		this.channel.pass(INSTANT);
		assertThat(this.channel.isOpen()).isTrue();
		this.channel.pipeline().read();
		assertThat(this.channel.isOpen()).isFalse();
	}

	private void receiveRequest() {
		this.deadline.requestReceived();
	}

	private void awaitRequest() {
		this.deadline.await(false);
		this.channel.pipeline().read();
	}

}
