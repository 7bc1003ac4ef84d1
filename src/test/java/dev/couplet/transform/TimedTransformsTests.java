package dev.couplet.transform;

import java.util.Objects;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TimedTransforms}, for a caller that does not wait.
 */
class TimedTransformsTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final TimedTransforms transforms = new TimedTransforms(TestTransforms.service(100), "test", this.meters);

	@Test
	void aTextWhoseTurnDoesNotComeIsCountedWithItsTransform() {
		Transformation transformation = this.transforms.begin("upper", "poem", true);
		TransformException error = this.transforms.overloaded(transformation);
		assertThat(count("upper")).isOne();
		assertThatExceptionOfType(UnavailableException.class).isThrownBy(transformation::result).isSameAs(error);
	}

	@Test
	void aRequestThatWasNotReadYetIsCountedWithout() {
		this.transforms.overloaded(null);
		assertThat(count("UNKNOWN")).isOne();
	}

	private double count(String transform) {
		FunctionTimer timer = this.meters.find("couplet.transforms")
			.tags("transform", transform, "outcome", FailureReason.UNAVAILABLE.word())
			.functionTimer();
		return Objects.requireNonNull(timer).count();
	}

}
