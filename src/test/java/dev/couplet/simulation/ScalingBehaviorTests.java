package dev.couplet.simulation;

import dev.couplet.simulation.ScalingBehavior.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests how fast the autoscaler may change the number of replicas.
 */
class ScalingBehaviorTests {

	private static final int MIN = 2;

	private static final int MAX = 40;

	@ParameterizedTest(name = "{0}, from {1}: {2}")
	@CsvSource({ "NOT_SET, 1, 4", "NOT_SET, 2, 4", "NOT_SET, 5, 10", "NOT_SET, 30, 40", "DEFAULT_POLICIES, 1, 5",
			"DEFAULT_POLICIES, 2, 6", "DEFAULT_POLICIES, 5, 10", "DEFAULT_POLICIES, 30, 40" })
	void oneSyncAddsABoundedNumber(Kind kind, int current, int expected) {
		assertThat(new ScalingBehavior(kind).limit(0, current, 100, MIN, MAX)).isEqualTo(expected);
	}

	@Test
	void thePoliciesBoundWhatIsAddedInTheirPeriodAltogether() {
		ScalingBehavior behavior = new ScalingBehavior(Kind.DEFAULT_POLICIES);
		assertThat(behavior.limit(0, 2, 100, MIN, MAX)).isEqualTo(6);
		assertThat(behavior.limit(10, 6, 100, MIN, MAX)).isEqualTo(6);
		assertThat(behavior.limit(15, 6, 100, MIN, MAX)).isEqualTo(12);
	}

	@ParameterizedTest
	@EnumSource
	void podsAreRemovedWhenNoneOfTheLastFiveMinutesNeededThem(Kind kind) {
		ScalingBehavior behavior = new ScalingBehavior(kind);
		assertThat(behavior.limit(0, 8, 8, MIN, MAX)).isEqualTo(8);
		assertThat(behavior.limit(15, 8, 5, MIN, MAX)).isEqualTo(8);
		assertThat(behavior.limit(299, 8, 1, MIN, MAX)).isEqualTo(8);
		assertThat(behavior.limit(300, 8, 1, MIN, MAX)).isEqualTo(5);
		assertThat(behavior.limit(315, 5, 1, MIN, MAX)).isEqualTo(MIN);
	}

	@Test
	void withoutBehaviorItGoesOnTowardsTheHighestRecommendation() {
		ScalingBehavior behavior = new ScalingBehavior(Kind.NOT_SET);
		assertThat(behavior.limit(0, 4, 30, MIN, MAX)).isEqualTo(8);
		assertThat(behavior.limit(15, 8, 6, MIN, MAX)).isEqualTo(16);
	}

	@Test
	void withBehaviorItAddsOnlyWhatIsNeededNow() {
		ScalingBehavior behavior = new ScalingBehavior(Kind.DEFAULT_POLICIES);
		assertThat(behavior.limit(0, 4, 30, MIN, MAX)).isEqualTo(8);
		assertThat(behavior.limit(15, 8, 6, MIN, MAX)).isEqualTo(8);
	}

}
