package dev.couplet.transform;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Transformation}.
 */
class TransformationTests {

	private static final Transform BROKEN = Transform.named("broken").applying((text) -> {
		throw new IllegalStateException("inside");
	});

	private static final Transform HEAVY = Transform.named("heavy").weighing(100).applying((text) -> text + "!");

	private static final Transform GROW = Transform.named("grow").applying((text) -> text.repeat(100));

	private final Catalogue catalogue = TestTransforms.catalogue(BROKEN, HEAVY, GROW);

	private final List<@Nullable TransformException> ends = new ArrayList<>();

	@Test
	void runsToItsEndWhileItIsCheap() {
		Transformation transformation = begin(warm("upper,twice"), "ab");
		assertThat(transformation.runWhileCheap()).isTrue();
		assertThat(transformation.result()).isEqualTo("ABAB");
		assertThat(this.ends).hasSize(1).containsOnlyNulls();
	}

	@Test
	void aRecipeThatHasNotRunBeforeIsNotCheap() {
		CompiledRecipe recipe = compile("upper");
		Transformation first = begin(recipe, "ab");
		assertThat(first.runWhileCheap()).isFalse();
		assertThat(this.ends).isEmpty();
		first.runToEnd();
		assertThat(first.result()).isEqualTo("AB");
		assertThat(begin(recipe, "cd").runWhileCheap()).isTrue();
	}

	@Test
	void aRecipeThatFailedIsStillToRunForTheFirstTime() {
		CompiledRecipe recipe = compile("broken");
		begin(recipe, "ab").runToEnd();
		assertThat(recipe.isWarm()).isFalse();
	}

	@Test
	void theCostIsTheLengthOfTheTextTimesTheWeightOfWhatIsLeft() {
		assertThat(begin(compile("heavy,upper"), "abcd").cost()).isEqualTo(404);
		assertThat(begin(compile("heavy,upper"), "").cost()).isEqualTo(101);
		Transformation done = begin(compile("upper"), "abcd");
		done.runToEnd();
		assertThat(done.cost()).isZero();
	}

	@Test
	void aTextIsCheapUpToTheHighestCost() {
		CompiledRecipe recipe = warm("upper");
		assertThat(begin(recipe, "x".repeat(Transformation.CHEAP)).runWhileCheap()).isTrue();
		Transformation expensive = begin(recipe, "x".repeat(Transformation.CHEAP + 1));
		assertThat(expensive.runWhileCheap()).isFalse();
		assertThat(this.ends).hasSize(1);
	}

	@Test
	void stopsBeforeAStepThatBecameExpensiveBecauseTheTextGrew() {
		Transformation transformation = begin(warm("grow,heavy"), "ab");
		assertThat(transformation.isCheap()).isTrue();
		assertThat(transformation.runWhileCheap()).isFalse();
		assertThat(transformation.cost()).isEqualTo(200 * 100);
		assertThat(this.ends).isEmpty();
		transformation.runToEnd();
		assertThat(transformation.result()).isEqualTo("ab".repeat(100) + "!");
		assertThat(this.ends).hasSize(1).containsOnlyNulls();
	}

	@Test
	void aTransformThatFailsEndsIt() {
		Transformation transformation = begin(warm("upper,broken,upper"), "ab");
		assertThat(transformation.runWhileCheap()).isTrue();
		assertThatExceptionOfType(TransformFailedException.class).isThrownBy(transformation::result);
		assertThat(this.ends).singleElement().isInstanceOf(TransformFailedException.class);
		transformation.runToEnd();
		assertThat(this.ends).hasSize(1);
	}

	@Test
	void aTextOverTheLimitEndsItBeforeItsFirstStep() {
		Transformation transformation = begin(compile("broken"), "x".repeat(100_001));
		transformation.runToEnd();
		assertThatExceptionOfType(TextTooLargeException.class).isThrownBy(transformation::result);
		assertThat(this.ends).singleElement().isInstanceOf(TextTooLargeException.class);
	}

	@Test
	void aResultOverTheLimitEndsIt() {
		Transformation transformation = begin(compile("grow,upper"), "x".repeat(1001));
		transformation.runToEnd();
		assertThatExceptionOfType(TextTooLargeException.class).isThrownBy(transformation::result);
		assertThat(this.ends).hasSize(1);
	}

	@Test
	void whoeverOwnsItCanEndItWithoutAResult() {
		Transformation transformation = begin(compile("upper"), "ab");
		UnavailableException reason = TransformService.overloaded();
		transformation.end(reason);
		transformation.runToEnd();
		assertThat(transformation.runWhileCheap()).isTrue();
		assertThatExceptionOfType(UnavailableException.class).isThrownBy(transformation::result)
			.satisfies((thrown) -> assertThat(thrown).isSameAs(reason));
		assertThat(this.ends).containsExactly(reason);
	}

	@Test
	void hasNoResultBeforeItsEnd() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(begin(compile("upper"), "ab")::result);
	}

	private Transformation begin(CompiledRecipe recipe, String text) {
		return new Transformation(recipe, text, new SizeLimit(100_000), this.ends::add);
	}

	private CompiledRecipe warm(String recipe) {
		CompiledRecipe compiled = compile(recipe);
		compiled.ran();
		return compiled;
	}

	private CompiledRecipe compile(String recipe) {
		return this.catalogue.compile(Recipe.parse(recipe));
	}

}
