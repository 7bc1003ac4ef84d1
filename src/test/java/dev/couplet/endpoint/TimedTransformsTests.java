package dev.couplet.endpoint;

import java.time.Duration;
import java.util.Objects;

import dev.couplet.transform.BuiltInTransforms;
import dev.couplet.transform.UnavailableException;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TimedTransforms}, for a caller that does not wait.
 */
class TimedTransformsTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final TimedTransforms transforms = new TimedTransforms(BuiltInTransforms.service(100), "test", this.meters,
			() -> false);

	private final UnavailableException overloaded = UnavailableException.overloaded(Duration.ofSeconds(5));

	@Test
	void aTextWhoseTurnDoesNotComeIsCountedWithItsTransform() {
		this.transforms.begin("upper-case", "poem", true, this.transforms.newBudget(this.transforms.newReservation()))
			.refuse(this.overloaded);
		assertThat(count("upper-case")).isOne();
	}

	@Test
	void aRequestThatWasNotReadYetIsCountedWithout() {
		this.transforms.countUnread(this.overloaded);
		assertThat(count("UNKNOWN")).isOne();
	}

	private double count(String transform) {
		FunctionTimer timer = this.meters.find("couplet.transforms")
			.tags("transform", transform, "outcome", FailureReason.UNAVAILABLE.word())
			.functionTimer();
		return Objects.requireNonNull(timer).count();
	}

}
