package dev.couplet.transform;

import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Arguments}.
 */
class ArgumentsTests {

	private final Parameter<String> from = Parameter.text("from", 1, 10);

	private final Parameter<Integer> times = Parameter.integer("times", 0, 9, 3);

	private final Transform repeat = Transform.named("repeat")
		.with(this.from, this.times)
		.applying(UnaryOperator.identity());

	@Test
	void areParsedInParameterOrder() {
		Arguments arguments = Arguments.read(this.repeat, List.of("rose", "2"));
		assertThat(arguments.get(this.from)).isEqualTo("rose");
		assertThat(arguments.get(this.times)).isEqualTo(2);
	}

	@Test
	void useTheDefaultWhenOmitted() {
		Arguments arguments = Arguments.read(this.repeat, List.of("rose"));
		assertThat(arguments.get(this.times)).isEqualTo(3);
	}

	@Test
	void emptyArgumentIsNotAnOmittedOne() {
		assertThatExceptionOfType(BadArgumentException.class)
			.isThrownBy(() -> Arguments.read(this.repeat, List.of("rose", "")));
	}

	@Test
	void failWhenARequiredArgumentIsMissing() {
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> Arguments.read(this.repeat, List.of()))
			.withMessage("requires the argument 'from', a text of 1 to 10 characters");
	}

	@Test
	void failWhenThereAreTooMany() {
		Transform trim = Transform.named("trim").applying(UnaryOperator.identity());
		assertThatExceptionOfType(BadArgumentException.class)
			.isThrownBy(() -> Arguments.read(this.repeat, List.of("a", "1", "2")))
			.withMessage(
					"takes at most 2 arguments, from, times, and 3 are given; " + "in an argument, ':' is written %3A");
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> Arguments.read(trim, List.of("")))
			.withMessage("takes no arguments");
	}

	@Test
	void rejectLookupOfAnotherTransformsParameter() {
		Arguments arguments = Arguments.read(this.repeat, List.of("rose"));
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> arguments.get(Parameter.text("other", 0, 1)));
	}

}
