package dev.couplet.simulation;

import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the autoscaler with two metrics.
 */
class AutoscalerTests {

	private static final PodMetric CPU = PodMetric.cpu(70);

	private static final PodMetric WAITING = PodMetric.waiting(10);

	private static final Policy POLICY = Policy.scaled("both", 2, 40, CPU, WAITING);

	@Test
	void theMetricThatNeedsMorePodsDecides() {
		assertThat(
				new Autoscaler(POLICY).sync(0, 4, pods(List.of(1400L, 1400L, 1400L, 1400L), List.of(0L, 0L, 0L, 0L))))
			.isEqualTo(8);
		assertThat(new Autoscaler(POLICY).sync(0, 4,
				pods(List.of(700L, 700L, 700L, 700L), List.of(14_000L, 14_000L, 14_000L, 14_000L))))
			.isEqualTo(6);
	}

	@Test
	void podsAreOnlyAddedWhileAMetricIsMissing() {
		assertThat(new Autoscaler(POLICY).sync(0, 4, pods(List.of(100L, 100L, 100L, 100L), List.of()))).isEqualTo(4);
		assertThat(new Autoscaler(POLICY).sync(0, 4, pods(List.of(1400L, 1400L, 1400L, 1400L), List.of())))
			.isEqualTo(8);
	}

	private static Function<PodMetric, PodGroup> pods(List<Long> cpu, List<Long> waiting) {
		return (metric) -> new PodGroup(metric.equals(CPU) ? cpu : waiting, 0, 0);
	}

}
