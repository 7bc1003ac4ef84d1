package dev.couplet.simulation;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests a whole fleet in a flash crowd.
 */
class ScenarioTests {

	private static final RequestKind CHEAP = new RequestKind("cheap", RequestKind.Protocol.NETSTRING, "trim", 10,
			List.of(), 0.001, (random) -> 0);

	private static final RequestKind EXPENSIVE = new RequestKind("expensive", RequestKind.Protocol.NETSTRING, "bzip2",
			10, List.of(0.1), 0.001, (random) -> 0.1);

	private static final Scenario CROWD = new Scenario(new Trace.FlashCrowd(10, 10, 60, 5, 300, 900),
			List.of(new Arrivals.Share(CHEAP, 0.5), new Arrivals.Share(EXPENSIVE, 0.5)), 5, 1);

	@Test
	void cheapRequestsAreServedWhileExpensiveOnesAreRefused() {
		Outcome outcome = CROWD.run(Policy.fixed("one", 1));
		assertThat(outcome.refused()).isGreaterThan(0.5);
		assertThat(outcome.cheapRefused()).isZero();
		assertThat(outcome.cheap().percentile(99)).isLessThan(0.01);
		assertThat(outcome.expensive().percentile(100)).isLessThan(5.5);
	}

	@Test
	void enoughInstancesRefuseNothing() {
		Outcome outcome = CROWD.run(Policy.fixed("ten", 10));
		assertThat(outcome.refused()).isZero();
		assertThat(outcome.lastRefusal()).isNaN();
		assertThat(outcome.instanceHours()).isEqualTo(2.5);
	}

	@Test
	void theAutoscalerEndsTheRefusalsAndRemovesTheInstancesAgain() {
		Outcome outcome = CROWD.run(Policy.scaled("waiting", 1, 20, PodMetric.waiting(10)));
		assertThat(outcome.refused()).isBetween(0.01, 0.3);
		assertThat(outcome.lastRefusal()).isBetween(60.0, 180.0);
		assertThat(outcome.ready()).startsWith(1).endsWith(1).anyMatch((count) -> count >= 5);
		assertThat(outcome.instanceHours()).isBetween(0.5, 2.5);
	}

	@Test
	void aNodeThatHasToBeAddedFirstCostsRefusals() {
		Policy policy = Policy.scaled("waiting", 1, 20, PodMetric.waiting(10));
		assertThat(CROWD.run(policy.withNodeSeconds(90)).refused()).isGreaterThan(2 * CROWD.run(policy).refused());
	}

	@Test
	void theSameSeedGivesTheSameOutcome() {
		Policy policy = Policy.scaled("waiting", 1, 20, PodMetric.waiting(10));
		Outcome first = CROWD.run(policy);
		Outcome second = CROWD.run(policy);
		assertThat(second.ready()).isEqualTo(first.ready());
		assertThat(second.expensive().percentile(99)).isEqualTo(first.expensive().percentile(99));
		assertThat(second.lastRefusal()).isEqualTo(first.lastRefusal());
	}

}
