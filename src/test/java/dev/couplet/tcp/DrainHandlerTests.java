package dev.couplet.tcp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DrainHandler}.
 */
class DrainHandlerTests {

	private static final Duration INSTANT = Duration.ofNanos(1);

	private static final Duration GRACE = Duration.ofMillis(500);

	private static final Duration ONE_ITERATION = Duration.ofMillis(1);

	private final List<Object> events = new ArrayList<>();

	private final RequestDeadline deadline = new RequestDeadline(TestLimits.defaults(),
			new CountedFailures().newHandler());

	private final TestChannel channel = TestChannel.open(this.deadline, new DrainHandler(),
			new ChannelInboundHandlerAdapter() {

				@Override
				public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
					DrainHandlerTests.this.events.add(event);
				}

			});

	@Test
	void closesAnIdleConnectionAfterOneIterationOfTheLoop() {
		serveOne();
		beginDrain();
		assertClosesAfter(ONE_ITERATION);
	}

	@Test
	void givesAConnectionWithoutARequestTimeToSendOne() {
		this.deadline.await(false);
		beginDrain();
		assertClosesAfter(GRACE);
	}

	@Test
	void servesARequestThatStartsWithinThatTime() {
		this.deadline.await(false);
		beginDrain();
		this.deadline.await(true);
		this.channel.pass(GRACE);
		assertThat(this.channel.isOpen()).isTrue();
		assertClosesAfterTheReply();
	}

	@Test
	void closesAConnectionWhoseSetupHasNotStartedAfterThatTime() {
		beginDrain();
		assertClosesAfter(GRACE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0.4S", "PT1S" })
	void givesAClientTimeForARequestAfterItsTlsHandshake(Duration setup) {
		beginDrain();
		this.channel.receive("x");
		this.channel.pass(setup);
		assertThat(this.channel.isOpen()).isTrue();
		this.channel.pipeline().fireUserEventTriggered(SslHandshakeCompletionEvent.SUCCESS);
		this.deadline.await(false);
		assertClosesAfter(GRACE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0.4S", "PT1S" })
	void givesAClientTimeForARequestAfterItsProxyHeader(Duration setup) {
		this.deadline.await(false);
		beginDrain();
		this.channel.receive("x");
		this.channel.pass(setup);
		assertThat(this.channel.isOpen()).isTrue();
		this.deadline.await(false);
		this.channel.pipeline().read();
		assertClosesAfter(GRACE);
	}

	@Test
	void givesAClientTimeForARequestAfterAHandshakeThatEndsWithThatTime() {
		this.channel.receive("x");
		beginDrain();
		this.channel.eventLoop().schedule(() -> {
			this.channel.pipeline().fireUserEventTriggered(SslHandshakeCompletionEvent.SUCCESS);
			this.deadline.await(false);
		}, GRACE.toNanos(), TimeUnit.NANOSECONDS);
		this.channel.pass(GRACE);
		assertClosesAfter(GRACE);
	}

	@Test
	void readsWhatHasArrivedWhileTheLoopWasBusyBeforeItClosesAConnection() {
		this.deadline.await(false);
		beginDrain();
		// after the grace has ended, in the same iteration of the loop
		this.channel.eventLoop().schedule(() -> this.deadline.await(true), GRACE.toNanos(), TimeUnit.NANOSECONDS);
		this.channel.pass(GRACE);
		assertThat(this.channel.isOpen()).isTrue();
		assertClosesAfterTheReply();
	}

	@Test
	void servesARequestAfterASetupWithinThatTime() {
		this.channel.receive("x");
		beginDrain();
		this.deadline.await(false);
		this.deadline.await(true);
		this.channel.pass(GRACE);
		assertThat(this.channel.isOpen()).isTrue();
		assertClosesAfterTheReply();
	}

	@Test
	void finishesARequestInFlight() {
		this.deadline.await(false);
		this.deadline.requestReceived();
		beginDrain();
		this.channel.pass(Duration.ofHours(1));
		assertThat(this.channel.isOpen()).isTrue();
		assertClosesAfterTheReply();
	}

	@Test
	void readsTheRestOfAPartialRequest() {
		serveOne();
		this.deadline.await(true);
		beginDrain();
		this.channel.pass(Duration.ofSeconds(1));
		int reads = this.channel.reads();
		this.channel.read();
		assertThat(this.channel.reads()).isEqualTo(reads + 1);
		assertThat(this.channel.isOpen()).isTrue();
	}

	@Test
	void servesARequestInTheSocketBuffer() {
		this.deadline.await(false);
		this.deadline.requestReceived();
		beginDrain();
		this.deadline.await(false);
		this.channel.pipeline().read();
		this.deadline.requestReceived();
		this.channel.pass(Duration.ofSeconds(1));
		assertThat(this.channel.isOpen()).isTrue();
		assertClosesAfterTheReply();
	}

	@Test
	void keepsAnIdleConnectionOpenWithoutADrain() {
		serveOne();
		int reads = this.channel.reads();
		this.channel.read();
		this.channel.pass(GRACE);
		assertThat(this.channel.reads()).isEqualTo(reads + 1);
		assertThat(this.channel.isOpen()).isTrue();
	}

	@Test
	void passesTheDrainEventOn() {
		beginDrain();
		assertThat(this.events).containsExactly(DrainHandler.DrainEvent.BEGIN);
	}

	private void serveOne() {
		this.deadline.await(false);
		this.deadline.requestReceived();
		this.deadline.await(false);
	}

	private void beginDrain() {
		this.channel.pipeline().fireUserEventTriggered(DrainHandler.DrainEvent.BEGIN);
	}

	private void assertClosesAfterTheReply() {
		this.deadline.requestReceived();
		this.deadline.await(false);
		int reads = this.channel.reads();
		this.channel.pipeline().read();
		assertThat(this.channel.reads()).isEqualTo(reads + 1);
		// a scheduled task can run before the loop has polled the socket again
		this.channel.runScheduledPendingTasks();
		assertThat(this.channel.isOpen()).isTrue();
		this.channel.runPendingTasks();
		assertThat(this.channel.isOpen()).isFalse();
	}

	private void assertClosesAfter(Duration time) {
		this.channel.pass(time.minus(INSTANT));
		assertThat(this.channel.isOpen()).isTrue();
		this.channel.pass(INSTANT);
		assertThat(this.channel.isOpen()).isFalse();
	}

}
