package dev.couplet.tcp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DrainHandler}.
 */
class DrainHandlerTests {

	private static final Duration INSTANT = Duration.ofNanos(1);

	private static final Duration GRACE = Duration.ofMillis(500);

	private static final Duration ONE_ROUND = Duration.ofMillis(1);

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
	void aConnectionThatIsIdleAfterARequestIsClosedWhenTheLoopHasReadWhatArrived() {
		serveOne();
		beginDrain();
		assertClosesAfter(ONE_ROUND);
	}

	@Test
	void aConnectionWithoutARequestIsGivenTimeForIt() {
		this.deadline.await(false);
		beginDrain();
		assertClosesAfter(GRACE);
	}

	@Test
	void aRequestThatBeginsInThatTimeIsServed() {
		this.deadline.await(false);
		beginDrain();
		this.deadline.await(true);
		this.channel.pass(GRACE);
		assertThat(this.channel.isOpen()).isTrue();
		assertClosesWhenItIsServed();
	}

	@Test
	void aConnectionThatNobodyBeginsToSetUpIsClosedAfterThatTime() {
		beginDrain();
		assertClosesAfter(GRACE);
	}

	@Test
	void aConnectionThatIsBeingSetUpIsGivenTheSameTime() {
		this.channel.receive("x");
		beginDrain();
		assertClosesAfter(GRACE);
	}

	@Test
	void aRequestThatFollowsTheSetUpInThatTimeIsServed() {
		this.channel.receive("x");
		beginDrain();
		this.deadline.await(false);
		this.deadline.await(true);
		this.channel.pass(GRACE);
		assertThat(this.channel.isOpen()).isTrue();
		assertClosesWhenItIsServed();
	}

	@Test
	void aRequestThatIsBeingServedIsFinished() {
		this.deadline.await(false);
		this.deadline.requestReceived();
		beginDrain();
		this.channel.pass(Duration.ofHours(1));
		assertThat(this.channel.isOpen()).isTrue();
		assertClosesWhenItIsServed();
	}

	@Test
	void aRequestOfWhichAPartHasArrivedIsReadToItsEnd() {
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
	void aRequestThatTheSocketHoldsIsServedToo() {
		this.deadline.await(false);
		this.deadline.requestReceived();
		beginDrain();
		this.deadline.await(false);
		this.channel.pipeline().read();
		this.deadline.requestReceived();
		this.channel.pass(Duration.ofSeconds(1));
		assertThat(this.channel.isOpen()).isTrue();
		assertClosesWhenItIsServed();
	}

	@Test
	void withoutADrainAnIdleConnectionStaysOpenAndIsRead() {
		serveOne();
		int reads = this.channel.reads();
		this.channel.read();
		this.channel.pass(GRACE);
		assertThat(this.channel.reads()).isEqualTo(reads + 1);
		assertThat(this.channel.isOpen()).isTrue();
	}

	@Test
	void theOthersAreToldOfTheDrain() {
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

	private void assertClosesWhenItIsServed() {
		this.deadline.requestReceived();
		this.deadline.await(false);
		int reads = this.channel.reads();
		this.channel.pipeline().read();
		assertThat(this.channel.reads()).isEqualTo(reads + 1);
		// a scheduled task can come before the loop has looked at the socket again
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
