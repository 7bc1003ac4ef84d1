package dev.couplet.tcp;

import java.time.Duration;
import java.util.List;

import dev.couplet.endpoint.TransformPort;
import dev.couplet.endpoint.TransformPorts;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.UnavailableException;
import io.netty.buffer.ByteBuf;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FrameMemory}, with netstrings.
 */
class FrameMemoryTests {

	private static final int SIZE = 10_000;

	private static final String HALF = SIZE + ":" + "x".repeat(SIZE / 2);

	private static final String REST = "x".repeat(SIZE / 2) + ",";

	private final CountedFailures failures = new CountedFailures();

	// enough memory for one text
	private final TransformService service = new TransformService(new Catalogue(List.of()), new SizeLimit(SIZE),
			Duration.ofDays(1), 2 * SIZE, 1);

	private final TransformPort transforms = new TransformPorts(this.service, this.failures.meters(), null)
		.open("test");

	private final FrameCollector frames = new FrameCollector(false);

	private final TestChannel channel = open(this.frames);

	private final MemoryReservation other = this.transforms.newReservation();

	private TestChannel open(FrameCollector collector) {
		FrameCodec.Reader reader = NetstringSerializer.forRequests(new SizeLimit(1_000_000)).newReader();
		TestChannel connection = TestChannel.open(
				new RequestDeadline(TestLimits.defaults(), this.failures.newHandler()), new LingeringClose(false),
				new FrameDecoder(reader, this.transforms.newReservation()), collector);
		connection.read();
		return connection;
	}

	@Test
	void aSmallFrameReservesNothing() {
		takeAllMemory();
		this.channel.receive("10:xxxxx");
		this.channel.receive("xxxxx,");
		assertThat(this.frames.frames()).containsExactly("xxxxxxxxxx");
	}

	@Test
	void anAnnouncedLengthReservesNothing() {
		this.channel.receive(HALF.substring(0, 4096));
		assertThat(this.service.reservedMemory()).isZero();
		this.channel.receive(HALF.substring(4096));
		assertThat(this.service.reservedMemory()).isEqualTo(2 * SIZE);
	}

	@Test
	void reservesMemoryForALargeFrameBeforeItsRestIsRead() {
		int reads = this.channel.reads();
		this.channel.receive(HALF);
		assertThat(this.service.reservedMemory()).isEqualTo(2 * SIZE);
		assertThat(this.channel.reads()).isEqualTo(reads + 1);
	}

	@Test
	void releasesMemoryWhenTheNextRequestIsAwaited() {
		this.channel.receive(HALF);
		this.channel.receive(REST);
		assertThat(this.frames.frames()).hasSize(1);
		assertThat(this.service.reservedMemory()).isEqualTo(2 * SIZE);
		this.channel.read();
		assertThat(this.service.reservedMemory()).isZero();
	}

	@Test
	void releasesMemoryAlthoughTheNextRequestHasBegun() {
		this.channel.receive(HALF);
		this.channel.receive(REST + HALF.substring(0, 100));
		assertThat(this.service.reservedMemory()).isEqualTo(2 * SIZE);
		this.channel.read();
		assertThat(this.service.reservedMemory()).isZero();
	}

	@Test
	void releasesMemoryWhenTheConnectionEnds() {
		this.channel.receive(HALF);
		this.channel.pipeline().firstContext().close();
		assertThat(this.service.reservedMemory()).isZero();
	}

	@Test
	void stopsReadingUntilMemoryIsAvailable() {
		takeAllMemory();
		int reads = this.channel.reads();
		this.channel.receive(HALF);
		this.channel.read();
		assertThat(this.channel.reads()).isEqualTo(reads);
		this.other.close();
		this.channel.runPendingTasks();
		assertThat(this.channel.reads()).isEqualTo(reads + 1);
		this.channel.receive(REST);
		assertThat(this.frames.frames()).hasSize(1);
	}

	@Test
	void holdsBackDataThatHasBeenRead() {
		takeAllMemory();
		this.channel.receive(HALF);
		this.channel.receive(REST);
		assertThat(this.frames.frames()).isEmpty();
		this.other.close();
		this.channel.runPendingTasks();
		assertThat(this.frames.frames()).hasSize(1);
		assertThat(this.service.reservedMemory()).isEqualTo(2 * SIZE);
	}

	@Test
	void aFrameThatOneReadReturnsWaitsForMemory() {
		takeAllMemory();
		this.channel.receive(HALF + REST);
		assertThat(this.frames.frames()).isEmpty();
		assertThat(this.frames.failures()).isEmpty();
		this.other.close();
		this.channel.runPendingTasks();
		assertThat(this.frames.frames()).hasSize(1);
		assertThat(this.service.reservedMemory()).isEqualTo(2 * SIZE);
	}

	@Test
	void aPipelinedFrameWaitsForMemory() {
		this.channel.receive("1:x," + HALF + REST);
		takeAllMemory();
		this.channel.read();
		assertThat(this.frames.frames()).containsExactly("x");
		this.other.close();
		this.channel.runPendingTasks();
		assertThat(this.frames.frames()).hasSize(2);
	}

	@Test
	void theLargestUncountedFrameDoesNotWait() {
		takeAllMemory();
		this.channel.receive("4096:" + "x".repeat(4096) + ",");
		assertThat(this.frames.frames()).hasSize(1);
	}

	@Test
	void servesAClientThatHalfClosesWhileItWaits() {
		takeAllMemory();
		this.channel.receive(HALF);
		this.channel.receive(REST);
		this.channel.receiveEnd();
		assertThat(this.frames.failures()).isEmpty();
		this.other.close();
		this.channel.runPendingTasks();
		assertThat(this.frames.frames()).hasSize(1);
		assertThat(this.frames.failures()).isEmpty();
	}

	@Test
	void releasesHeldBackBuffersAtTheEnd() {
		takeAllMemory();
		this.channel.receive(HALF);
		ByteBuf rest = this.channel.receive(REST);
		assertThat(rest.refCnt()).isOne();
		this.channel.pipeline().firstContext().close();
		assertThat(rest.refCnt()).isZero();
	}

	@Test
	void theRequestTimeoutDoesNotRunWhileWaitingForMemory() {
		this.channel.receive("1");
		this.channel.pass(TestLimits.REQUEST.minusSeconds(1));
		takeAllMemory();
		this.channel.receive(HALF.substring(1));
		this.channel.pass(Duration.ofSeconds(4));
		this.other.close();
		this.channel.pass(TestLimits.REQUEST.minusSeconds(1));
		assertThat(this.channel.isOpen()).isTrue();
		this.channel.pass(Duration.ofSeconds(1));
		assertThat(this.failures.counts()).hasSize(1).containsEntry("request-timeout", 1);
	}

	@Test
	void refusesARequestAfterTheMaximumWait() {
		takeAllMemory();
		this.channel.receive(HALF);
		this.channel.pass(MemoryReservation.MAX_WAIT.minusSeconds(1));
		assertThat(this.frames.failures()).isEmpty();
		this.channel.pass(Duration.ofSeconds(1));
		assertThat(this.frames.failures()).singleElement().isInstanceOf(UnavailableException.class);
		this.other.close();
		assertThat(this.service.reservedMemory()).isZero();
	}

	@Test
	void refusesARequestImmediatelyIfTheQueueIsFull() {
		takeAllMemory();
		this.channel.receive(HALF);
		FrameCollector second = new FrameCollector(false);
		open(second).receive(HALF);
		assertThat(second.failures()).singleElement().isInstanceOf(UnavailableException.class);
		assertThat(this.frames.failures()).isEmpty();
	}

	@Test
	void needsNoMemoryWhileTheConnectionIsBeingClosed() {
		takeAllMemory();
		this.channel.receive(HALF);
		int reads = this.channel.reads();
		this.channel.close();
		assertThat(this.channel.reads()).isGreaterThan(reads);
		assertThat(this.channel.receive(REST).refCnt()).isZero();
	}

	@Test
	void aClosedConnectionLeavesTheQueue() {
		takeAllMemory();
		this.channel.receive(HALF);
		this.channel.pipeline().firstContext().close();
		TestChannel second = open(new FrameCollector(false));
		second.receive(HALF);
		int reads = second.reads();
		this.other.close();
		second.runPendingTasks();
		assertThat(second.reads()).isEqualTo(reads + 1);
		assertThat(this.channel.hasTimer()).isFalse();
	}

	private void takeAllMemory() {
		assertThat(this.other.reserve(SIZE, () -> {
		})).isTrue();
	}

}
