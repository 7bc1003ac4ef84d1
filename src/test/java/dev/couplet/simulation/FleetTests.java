package dev.couplet.simulation;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests how pods start and stop, and what the autoscaler sees of them.
 */
class FleetTests {

	private static final PodMetric CPU = PodMetric.cpu(70);

	private static final PodMetric WAITING = PodMetric.waiting(10);

	private static final RequestKind REQUEST = new RequestKind("any", RequestKind.Protocol.NETSTRING, "bzip2", 10,
			List.of(1.0), 0, (random) -> 0);

	private final Timeline timeline = new Timeline();

	private final Fleet fleet = new Fleet(this.timeline, new PodTimes(0, 6.5), Policy.fixed("two", 2));

	@Test
	void aNewPodGetsRequestsWhenItIsReady() {
		this.fleet.scaleTo(3);
		assertThat(this.fleet.replicas()).isEqualTo(3);
		// a second to create it, the start up to the next probe, and a second until the
		// balancer knows
		this.timeline.runUntil(8.9);
		assertThat(this.fleet.ready()).hasSize(2);
		this.timeline.runUntil(9);
		assertThat(this.fleet.ready()).hasSize(3);
	}

	@Test
	void aStoppingPodEndsWhatItHas() {
		boolean[] served = new boolean[1];
		this.fleet.ready().getLast().accept(REQUEST, 7, (success) -> served[0] = success);
		this.fleet.scaleTo(1);
		assertThat(this.fleet.ready()).hasSize(1);
		this.timeline.runUntil(100);
		assertThat(served[0]).isTrue();
		assertThat(this.fleet.podSeconds()).isCloseTo(100 + 7, within(0.2));
	}

	@Test
	void aStoppingPodWaitsUntilTheBalancerKnows() {
		this.fleet.scaleTo(1);
		this.timeline.runUntil(100);
		assertThat(this.fleet.podSeconds()).isCloseTo(100 + 5, within(0.2));
	}

	@Test
	void aPodThatStopsBeforeItIsReadyIsPaidForUntilThen() {
		this.fleet.scaleTo(3);
		this.timeline.runUntil(4);
		this.fleet.scaleTo(2);
		this.timeline.runUntil(100);
		assertThat(this.fleet.ready()).hasSize(2);
		assertThat(this.fleet.podSeconds()).isCloseTo(200 + 4, within(0.2));
	}

	@Test
	void theAutoscalerSeesTheUseOfCpuSinceTheLastSample() {
		this.fleet.ready().getFirst().accept(REQUEST, 1000, (success) -> {
		});
		this.timeline.runUntil(20);
		assertThat(this.fleet.group(CPU)).isEqualTo(new PodGroup(List.of(1000L, 0L), 0, 0));
	}

	@Test
	void aNewPodCountsByCpuWhenItHasBeenReadyForAWholeSample() {
		Fleet slow = new Fleet(this.timeline, new PodTimes(0, 20.5), Policy.fixed("two", 2));
		this.timeline.runUntil(19);
		slow.scaleTo(3);
		assertThat(slow.group(CPU)).isEqualTo(new PodGroup(List.of(0L, 0L), 1, 0));
		// running, without two samples
		this.timeline.runUntil(36);
		assertThat(slow.group(CPU)).isEqualTo(new PodGroup(List.of(0L, 0L), 0, 1));
		// ready since 42; the sample of 50 is also of the time before
		this.timeline.runUntil(51);
		assertThat(slow.group(CPU)).isEqualTo(new PodGroup(List.of(0L, 0L), 1, 0));
		this.timeline.runUntil(66);
		assertThat(slow.group(CPU)).isEqualTo(new PodGroup(List.of(0L, 0L, 0L), 0, 0));
	}

	@Test
	void aPodThatIsReadyAfterFiveMinutesCountsAtOnce() {
		Fleet slow = new Fleet(this.timeline, new PodTimes(0, 310), Policy.fixed("two", 2));
		slow.scaleTo(3);
		// ready since 312
		this.timeline.runUntil(321);
		assertThat(slow.group(CPU)).isEqualTo(new PodGroup(List.of(0L, 0L, 0L), 0, 0));
	}

	@Test
	void aNewPodCountsByItsQueueWhenItHasBeenScraped() {
		this.timeline.runUntil(19);
		this.fleet.scaleTo(3);
		this.timeline.runUntil(39);
		assertThat(this.fleet.group(WAITING)).isEqualTo(new PodGroup(List.of(0L, 0L), 0, 1));
		this.timeline.runUntil(40);
		assertThat(this.fleet.group(WAITING).values()).hasSize(3);
	}

}
