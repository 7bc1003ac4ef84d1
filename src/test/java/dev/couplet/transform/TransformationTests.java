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

	private static final Transform HEAVY = Transform.named("heavy").weighing(10_000).applying((text) -> text + "!");

	private static final Transform ENDLESS = Transform.named("endless").weighing(100_000_000).applying((text) -> text);

	private static final Transform FAST = Transform.named("fast").weighing(100, 1).applying((text) -> text + "!");

	private static final Transform GROW = Transform.named("grow").applying((text) -> text.repeat(100));

	private final Catalogue catalogue = TestTransforms.catalogue(BROKEN, HEAVY, ENDLESS, FAST, GROW);

	private final List<@Nullable TransformException> ends = new ArrayList<>();

	@Test
	void runsToItsEndWhileItIsCheap() {
		Transformation transformation = begin(compile("upper,twice"), "ab");
		assertThat(transformation.runWhileCheap()).isTrue();
		assertThat(transformation.result()).isEqualTo("ABAB");
		assertThat(this.ends).hasSize(1).containsOnlyNulls();
	}

	@Test
	void aTransformThatHasNotRunBeforeDoesNotRunOnAnEventLoop() {
		Transform fresh = Transform.named("fresh").applying((text) -> text + "!");
		Catalogue fresher = TestTransforms.catalogue(fresh);
		Transformation first = begin(fresher.compile(Recipe.parse("fresh")), "ab");
		assertThat(first.runOnEventLoop()).isFalse();
		assertThat(this.ends).isEmpty();
		first.runToEnd();
		assertThat(first.result()).isEqualTo("ab!");
		assertThat(begin(fresher.compile(Recipe.parse("fresh,fresh")), "cd").runOnEventLoop()).isTrue();
	}

	@Test
	void aRecipeThatFailedIsStillToRunForTheFirstTime() {
		CompiledRecipe recipe = compile("broken");
		begin(recipe, "ab").runToEnd();
		assertThat(recipe.isWarm()).isFalse();
	}

	@Test
	void aTextIsCheapUpToTheHighestCost() {
		int longest = Transformation.CHEAP / 100;
		assertThat(runsWhileCheap("upper", "x".repeat(longest))).isTrue();
		assertThat(runsWhileCheap("upper", "x".repeat(longest + 1))).isFalse();
		assertThat(this.ends).hasSize(1);
	}

	@Test
	void allStepsTogetherAreCheap() {
		int longest = Transformation.CHEAP / 200;
		assertThat(runsWhileCheap("upper,upper", "x".repeat(longest))).isTrue();
		assertThat(runsWhileCheap("upper,upper", "x".repeat(longest + 1))).isFalse();
	}

	@Test
	void anEmptyTextCostsAsMuchAsOneCharacter() {
		assertThat(runsWhileCheap("heavy", "")).isTrue();
		assertThat(begin(compile("endless"), "").runWhileCheap()).isFalse();
	}

	@Test
	void aTextOfAsciiAloneIsCheapWhereItsTransformHasAShortcut() {
		assertThat(runsWhileCheap("fast", "x".repeat(100_000 - 1))).isTrue();
		assertThat(runsWhileCheap("fast", "x".repeat(90_000) + "é")).isFalse();
		assertThat(runsWhileCheap("fast", "é".repeat(Transformation.CHEAP / 100))).isTrue();
	}

	@Test
	void stopsBeforeAStepThatBecameExpensiveBecauseTheTextGrew() {
		Transformation transformation = begin(compile("grow,heavy"), "ab");
		assertThat(transformation.runWhileCheap()).isFalse();
		assertThat(this.ends).isEmpty();
		transformation.runToEnd();
		assertThat(transformation.result()).isEqualTo("ab".repeat(100) + "!");
		assertThat(this.ends).hasSize(1).containsOnlyNulls();
	}

	@Test
	void aTransformThatFailsEndsIt() {
		Transformation transformation = begin(compile("upper,broken,upper"), "ab");
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
		return new Transformation(recipe, text, false, new SizeLimit(100_000), this.ends::add);
	}

	private boolean runsWhileCheap(String recipe, String text) {
		return begin(compile(recipe), text).runWhileCheap();
	}

	private CompiledRecipe compile(String recipe) {
		return this.catalogue.compile(Recipe.parse(recipe));
	}

}
