package dev.couplet.transform;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Arguments}.
 */
class ArgumentsTests {

	private final Parameter<String> from = Parameter.text("from", 1, 10);

	private final Parameter<Integer> times = Parameter.integer("times", 0, 9, 3);

	private final List<Parameter<?>> parameters = List.of(this.from, this.times);

	@Test
	void areParsedInParameterOrder() {
		Arguments arguments = Arguments.read("repeat", this.parameters, List.of("rose", "2"));
		assertThat(arguments.get(this.from)).isEqualTo("rose");
		assertThat(arguments.get(this.times)).isEqualTo(2);
	}

	@Test
	void useTheDefaultWhenOmitted() {
		Arguments arguments = Arguments.read("repeat", this.parameters, List.of("rose"));
		assertThat(arguments.get(this.times)).isEqualTo(3);
	}

	@Test
	void emptyArgumentIsNotAnOmittedOne() {
		assertThatExceptionOfType(BadArgumentException.class)
			.isThrownBy(() -> Arguments.read("repeat", this.parameters, List.of("rose", "")));
	}

	@Test
	void failWhenARequiredArgumentIsMissing() {
		assertThatExceptionOfType(BadArgumentException.class)
			.isThrownBy(() -> Arguments.read("repeat", this.parameters, List.of()))
			.withMessage("'repeat' requires the argument 'from'");
	}

	@Test
	void failWhenThereAreTooMany() {
		assertThatExceptionOfType(BadArgumentException.class)
			.isThrownBy(() -> Arguments.read("repeat", this.parameters, List.of("a", "1", "2")))
			.withMessageContaining("at most 2");
		assertThatExceptionOfType(BadArgumentException.class)
			.isThrownBy(() -> Arguments.read("trim", List.of(), List.of("")))
			.withMessage("'trim' takes no arguments");
	}

	@Test
	void rejectLookupOfAnotherTransformsParameter() {
		Arguments arguments = Arguments.read("repeat", this.parameters, List.of("rose"));
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> arguments.get(Parameter.text("other", 0, 1)));
	}

}
