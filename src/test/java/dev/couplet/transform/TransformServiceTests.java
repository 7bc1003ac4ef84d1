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
		assertThat(this.service.transform("half,twice", "abcdef")).isEqualTo("abcabc");
		assertThat(this.service.transform("upper,half", "abcdef")).isEqualTo("ABC");
	}

	@Test
	void acceptsAndReturnsTheEmptyText() {
		assertThat(this.service.transform("upper", "")).isEmpty();
		assertThat(this.service.transform("half", "a")).isEmpty();
	}

	@Test
	void refusesATextOverTheLimit() {
		assertThat(this.service.transform("upper", "abcdefgh")).isEqualTo("ABCDEFGH");
		assertThatExceptionOfType(TextTooLargeException.class)
			.isThrownBy(() -> this.service.transform("half", "abcdefghi"))
			.withMessageContaining("8 bytes");
	}

	@Test
	void measuresTextsInBytes() {
		assertThat(this.service.transform("half", "\u00e9\u00e9\u00e9\u00e9")).isEqualTo("\u00e9\u00e9");
		assertThatExceptionOfType(TextTooLargeException.class)
			.isThrownBy(() -> this.service.transform("half", "\u00e9\u00e9\u00e9\u00e9a"));
	}

	@Test
	void refusesAResultOverTheLimit() {
		assertThatExceptionOfType(TextTooLargeException.class)
			.isThrownBy(() -> this.service.transform("twice", "abcde"));
	}

	@Test
	void refusesAnIntermediateResultOverTheLimit() {
		assertThatExceptionOfType(TextTooLargeException.class)
			.isThrownBy(() -> this.service.transform("twice,half", "abcde"));
	}

	@Test
	void checksTheWholeRecipeBeforeItRunsAnyStep() {
		Transform broken = Transform.named("broken").applying((text) -> {
			throw new IllegalStateException("a step has run");
		});
		TransformService strict = TestTransforms.service(8, broken);
		assertThatExceptionOfType(UnknownTransformException.class)
			.isThrownBy(() -> strict.transform("broken,sonnet", "x"));
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> strict.transform("broken,upper=1", "x"));
		assertThatExceptionOfType(MalformedRecipeException.class).isThrownBy(() -> strict.transform("broken,", "x"));
	}

	@Test
	void reportsATransformThatFails() {
		IllegalStateException cause = new IllegalStateException("inside");
		Transform broken = Transform.named("broken").applying((text) -> {
			throw cause;
		});
		assertThatExceptionOfType(TransformFailedException.class)
			.isThrownBy(() -> TestTransforms.service(8, broken).transform("upper,broken", "x"))
			.withMessage("the transform 'broken' failed")
			.withCause(cause)
			.satisfies((failure) -> assertThat(failure.transform()).isEqualTo("broken"));
	}

	@Test
	void reportsATransformThatOverflowsTheStack() {
		Transform endless = Transform.named("endless").applying(TransformServiceTests::deeper);
		assertThatExceptionOfType(TransformFailedException.class)
			.isThrownBy(() -> TestTransforms.service(8, endless).transform("endless", "x"))
			.withCauseInstanceOf(StackOverflowError.class);
	}

	private static String deeper(String text) {
		String deeper = (text.length() < Integer.MAX_VALUE) ? deeper(text) : "";
		return deeper + text;
	}

	@Test
	void passesOnARefusal() {
		Transform picky = Transform.named("picky").applying((text) -> {
			throw new TextRefusedException("the text is refused");
		});
		assertThatExceptionOfType(TextRefusedException.class)
			.isThrownBy(() -> TestTransforms.service(8, picky).transform("picky", "x"));
	}

	@Test
	void refusesRequestsOnceStopped() {
		this.service.stop();
		assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> this.service.transform("upper", "x"));
		this.service.start();
		assertThat(this.service.transform("upper", "x")).isEqualTo("X");
	}

}
