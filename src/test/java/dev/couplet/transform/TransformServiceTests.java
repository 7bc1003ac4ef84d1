package dev.couplet.transform;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TransformService}.
 */
class TransformServiceTests {

	private final TransformService service = TestTransforms.service(8);

	@Test
	void runsARecipeFromLeftToRight() {
		assertThat(this.service.transform("half,twice", Value.of("abcdef")).text()).isEqualTo("abcabc");
		assertThat(this.service.transform("upper,half", Value.of("abcdef")).text()).isEqualTo("ABC");
	}

	@Test
	void acceptsAndReturnsTheEmptyText() {
		assertThat(this.service.transform("upper", Value.of("")).text()).isEmpty();
		assertThat(this.service.transform("half", Value.of("a")).text()).isEmpty();
	}

	@Test
	void refusesATextOverTheLimit() {
		assertThat(this.service.transform("upper", Value.of("abcdefgh")).text()).isEqualTo("ABCDEFGH");
		assertThatExceptionOfType(ValueTooLargeException.class)
			.isThrownBy(() -> this.service.transform("half", Value.of("abcdefghi")))
			.withMessageContaining("8 bytes");
	}

	@Test
	void measuresTextsInBytes() {
		assertThat(this.service.transform("half", Value.of("\u00e9\u00e9\u00e9\u00e9")).text())
			.isEqualTo("\u00e9\u00e9");
		assertThatExceptionOfType(ValueTooLargeException.class)
			.isThrownBy(() -> this.service.transform("half", Value.of("\u00e9\u00e9\u00e9\u00e9a")));
	}

	@Test
	void refusesAResultOverTheLimit() {
		assertThatExceptionOfType(ValueTooLargeException.class)
			.isThrownBy(() -> this.service.transform("twice", Value.of("abcde")));
	}

	@Test
	void refusesAnIntermediateResultOverTheLimit() {
		assertThatExceptionOfType(ValueTooLargeException.class)
			.isThrownBy(() -> this.service.transform("twice,half", Value.of("abcde")));
	}

	@Test
	void checksTheWholeRecipeBeforeItRunsAnyStep() {
		Transform broken = Transform.named("broken").applying((text) -> {
			throw new IllegalStateException("a step has run");
		});
		TransformService strict = TestTransforms.service(8, broken);
		assertThatExceptionOfType(UnknownTransformException.class)
			.isThrownBy(() -> strict.transform("broken,sonnet", Value.of("x")));
		assertThatExceptionOfType(BadArgumentException.class)
			.isThrownBy(() -> strict.transform("broken,upper=1", Value.of("x")));
		assertThatExceptionOfType(MalformedRecipeException.class)
			.isThrownBy(() -> strict.transform("broken,", Value.of("x")));
	}

	@Test
	void reportsATransformThatFails() {
		IllegalStateException cause = new IllegalStateException("inside");
		Transform broken = Transform.named("broken").applying((text) -> {
			throw cause;
		});
		assertThatExceptionOfType(TransformFailedException.class)
			.isThrownBy(() -> TestTransforms.service(8, broken).transform("upper,broken", Value.of("x")))
			.withMessage("the transform 'broken' failed")
			.withCause(cause)
			.satisfies((failure) -> assertThat(failure.transform()).isEqualTo("broken"));
	}

	@Test
	void reportsATransformThatOverflowsTheStack() {
		Transform endless = Transform.named("endless").applying(TransformServiceTests::deeper);
		assertThatExceptionOfType(TransformFailedException.class)
			.isThrownBy(() -> TestTransforms.service(8, endless).transform("endless", Value.of("x")))
			.withCauseInstanceOf(StackOverflowError.class);
	}

	private static String deeper(String text) {
		String deeper = (text.length() < Integer.MAX_VALUE) ? deeper(text) : "";
		return deeper + text;
	}

	@Test
	void passesOnARefusal() {
		Transform picky = Transform.named("picky").applying((text) -> {
			throw new ValueRefusedException("the text is refused");
		});
		assertThatExceptionOfType(ValueRefusedException.class)
			.isThrownBy(() -> TestTransforms.service(8, picky).transform("picky", Value.of("x")));
	}

	@Test
	void refusesRequestsOnceStopped() {
		this.service.stop();
		assertThatExceptionOfType(UnavailableException.class)
			.isThrownBy(() -> this.service.transform("upper", Value.of("x")));
		this.service.start();
		assertThat(this.service.transform("upper", Value.of("x")).text()).isEqualTo("X");
	}

}
