package dev.couplet.simulation;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the algorithm of the autoscaler with cases whose result can be computed by hand.
 */
class ReplicaCalculatorTests {

	@ParameterizedTest(name = "{0} pods with {1} % of their request, target {2} %: {3}")
	@CsvSource({ "3, 90, 60, 5", "3, 60, 60, 3", "10, 66, 60, 10", "10, 67, 60, 12", "10, 54, 60, 10", "10, 53, 60, 9",
			"4, 10, 60, 1", "1, 200, 70, 3" })
	void theNumberIsScaledByTheRatioOutsideOfTheTolerance(int pods, long percent, int target, int expected) {
		assertThat(replicas(pods, PodMetric.cpu(target), new PodGroup(Collections.nCopies(pods, 10 * percent), 0, 0)))
			.isEqualTo(expected);
	}

	@Test
	void aQueueOfManyTimesTheTargetCallsForManyTimesThePods() {
		assertThat(replicas(2, PodMetric.waiting(10), new PodGroup(List.of(300_000L, 500_000L), 0, 0))).isEqualTo(80);
	}

	@ParameterizedTest(name = "2 ready pods with {0} %, {1} not ready: {2}")
	@CsvSource({ "147, 2, 4", "120, 0, 4", "120, 1, 4", "120, 2, 4", "200, 2, 6", "75, 2, 4", "30, 2, 1" })
	void podsThatAreNotReadyUseNothingWhenItGrowsAndDoNotCountWhenItShrinks(long percent, int unready, int expected) {
		assertThat(
				replicas(2 + unready, PodMetric.cpu(70), new PodGroup(List.of(10 * percent, 10 * percent), unready, 0)))
			.isEqualTo(expected);
	}

	@ParameterizedTest(name = "2 pods with {0} %, {1} without a value: {2}")
	@CsvSource({ "147, 2, 4", "140, 2, 4", "210, 2, 6", "30, 2, 4", "10, 2, 4", "10, 1, 2" })
	void podsWithoutAValueUseNothingWhenItGrowsAndTheirRequestWhenItShrinks(long percent, int missing, int expected) {
		assertThat(
				replicas(2 + missing, PodMetric.cpu(70), new PodGroup(List.of(10 * percent, 10 * percent), 0, missing)))
			.isEqualTo(expected);
	}

	@Test
	void podsThatDoNotExistYetAreNotRemovedWhenItGrows() {
		assertThat(replicas(10, PodMetric.cpu(70), new PodGroup(List.of(1470L, 1470L), 0, 1))).isEqualTo(10);
	}

	@Test
	void thereIsNoNumberWithoutAValue() {
		assertThat(ReplicaCalculator.replicas(3, PodMetric.cpu(70), new PodGroup(List.of(), 1, 2))).isEmpty();
	}

	private static int replicas(int current, PodMetric metric, PodGroup pods) {
		return ReplicaCalculator.replicas(current, metric, pods).orElseThrow();
	}

}
