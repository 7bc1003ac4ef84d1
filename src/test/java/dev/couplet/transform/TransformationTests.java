package dev.couplet.transform;

import java.time.Duration;
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

	private final List<@Nullable TransformException> outcomes = new ArrayList<>();

	@Test
	void runsToItsEndIfCheap() {
		Transformation transformation = begin(compile("upper,twice"), "ab");
		assertThat(transformation.runWhileCheap()).isTrue();
		assertThat(transformation.result().text()).isEqualTo("ABAB");
		assertThat(this.outcomes).hasSize(1).containsOnlyNulls();
	}

	@Test
	void firstRunOfATransformIsNotOnAnEventLoop() {
		Transform fresh = Transform.named("fresh").applying((text) -> text + "!");
		Catalogue fresher = TestTransforms.catalogue(fresh);
		Transformation first = begin(fresher.compile(Recipe.parse("fresh")), "ab");
		assertThat(first.runOnEventLoop()).isFalse();
		assertThat(this.outcomes).isEmpty();
		runToEnd(first);
		assertThat(first.result().text()).isEqualTo("ab!");
		assertThat(begin(fresher.compile(Recipe.parse("fresh,fresh")), "cd").runOnEventLoop()).isTrue();
	}

	@Test
	void failedRunDoesNotCountAsTheFirst() {
		CompiledRecipe recipe = compile("broken");
		runToEnd(begin(recipe, "ab"));
		assertThat(recipe.isWarm()).isFalse();
	}

	@Test
	void textIsCheapUpToTheMaximumCost() {
		int longest = RequestBudget.CHEAP / 100;
		assertThat(runsWhileCheap("upper", "x".repeat(longest))).isTrue();
		assertThat(runsWhileCheap("upper", "x".repeat(longest + 1))).isFalse();
		assertThat(this.outcomes).hasSize(1);
	}

	@Test
	void costOfAllStepsIsSummed() {
		int longest = RequestBudget.CHEAP / 200;
		assertThat(runsWhileCheap("upper,upper", "x".repeat(longest))).isTrue();
		assertThat(runsWhileCheap("upper,upper", "x".repeat(longest + 1))).isFalse();
	}

	@Test
	void emptyTextCostsAsMuchAsOneCharacter() {
		assertThat(runsWhileCheap("heavy", "")).isTrue();
		assertThat(begin(compile("endless"), "").runWhileCheap()).isFalse();
	}

	@Test
	void asciiTextIsCheapIfItsTransformHasAnAsciiWeight() {
		assertThat(runsWhileCheap("fast", "x".repeat(100_000 - 1))).isTrue();
		assertThat(runsWhileCheap("fast", "x".repeat(90_000) + "é")).isFalse();
		assertThat(runsWhileCheap("fast", "é".repeat(RequestBudget.CHEAP / 100))).isTrue();
	}

	@Test
	void stopsBeforeAStepThatIsExpensiveBecauseTheTextGrew() {
		Transformation transformation = begin(compile("grow,heavy"), "ab");
		assertThat(transformation.runWhileCheap()).isFalse();
		assertThat(this.outcomes).isEmpty();
		runToEnd(transformation);
		assertThat(transformation.result().text()).isEqualTo("ab".repeat(100) + "!");
		assertThat(this.outcomes).hasSize(1).containsOnlyNulls();
	}

	@Test
	void endsWhenATransformFails() {
		Transformation transformation = begin(compile("upper,broken,upper"), "ab");
		assertThat(transformation.runWhileCheap()).isTrue();
		assertThatExceptionOfType(TransformFailedException.class).isThrownBy(transformation::result);
		assertThat(this.outcomes).singleElement().isInstanceOf(TransformFailedException.class);
		runToEnd(transformation);
		assertThat(this.outcomes).hasSize(1);
	}

	@Test
	void endsBeforeTheFirstStepIfTheTextIsOverTheLimit() {
		Transformation transformation = begin(compile("broken"), "x".repeat(100_001));
		runToEnd(transformation);
		assertThatExceptionOfType(ValueTooLargeException.class).isThrownBy(transformation::result);
		assertThat(this.outcomes).singleElement().isInstanceOf(ValueTooLargeException.class);
	}

	@Test
	void endsWhenAResultIsOverTheLimit() {
		Transformation transformation = begin(compile("grow,upper"), "x".repeat(1001));
		runToEnd(transformation);
		assertThatExceptionOfType(ValueTooLargeException.class).isThrownBy(transformation::result);
		assertThat(this.outcomes).hasSize(1);
	}

	@Test
	void canBeEndedWithoutAResult() {
		Transformation transformation = begin(compile("upper"), "ab");
		UnavailableException reason = UnavailableException.shuttingDown();
		transformation.fail(reason);
		runToEnd(transformation);
		assertThat(transformation.runWhileCheap()).isTrue();
		assertThatExceptionOfType(UnavailableException.class).isThrownBy(transformation::result)
			.satisfies((thrown) -> assertThat(thrown).isSameAs(reason));
		assertThat(this.outcomes).containsExactly(reason);
	}

	@Test
	void endsBeforeAStepThatWouldExceedTheBudget() {
		RequestBudget budget = budget(Duration.ofNanos(100 * 2 + 10_000 * 200 - 1));
		Transformation transformation = begin(compile("grow,heavy"), "ab", budget);
		assertThat(transformation.runSlice()).isTrue();
		assertThat(transformation.runSlice()).isFalse();
		assertThatExceptionOfType(TooExpensiveException.class).isThrownBy(transformation::result)
			.withMessageContaining("step 2, heavy,")
			.withMessageContaining("limit of 2 ms");
		assertThat(this.outcomes).singleElement().isInstanceOf(TooExpensiveException.class);
	}

	@Test
	void canUseTheWholeBudget() {
		RequestBudget budget = budget(Duration.ofNanos(100 * 2 + 10_000 * 200));
		Transformation transformation = begin(compile("grow,heavy"), "ab", budget);
		runToEnd(transformation);
		assertThat(transformation.result().text()).hasSize(201);
	}

	@Test
	void textsOfOneRequestShareABudget() {
		RequestBudget budget = budget(Duration.ofNanos(100 * 3));
		runToEnd(begin(compile("upper"), "ab", budget));
		Transformation second = begin(compile("upper"), "cd", budget);
		runToEnd(second);
		assertThatExceptionOfType(TooExpensiveException.class).isThrownBy(second::result);
		Transformation third = begin(compile("upper"), "e", budget);
		runToEnd(third);
		assertThat(third.result().text()).isEqualTo("E");
	}

	@Test
	void costOfTheTextsOfOneRequestIsSummed() {
		RequestBudget budget = budget(Duration.ofDays(1));
		String half = "x".repeat(RequestBudget.CHEAP / 100 / 2);
		assertThat(begin(compile("upper"), half, budget).runWhileCheap()).isTrue();
		assertThat(begin(compile("upper"), half, budget).runWhileCheap()).isTrue();
		assertThat(begin(compile("upper"), "x", budget).runWhileCheap()).isFalse();
	}

	@Test
	void asciiTextIsChargedTheAsciiWeight() {
		String text = "x".repeat(50_000);
		RequestBudget budget = budget(Duration.ofNanos(50_000));
		Transformation transformation = begin(compile("fast"), text, budget);
		runToEnd(transformation);
		assertThat(transformation.result().text()).isEqualTo(text + "!");
	}

	@Test
	void hasNoResultBeforeItHasEnded() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(begin(compile("upper"), "ab")::result);
	}

	private Transformation begin(CompiledRecipe recipe, String text) {
		return begin(recipe, text, budget(Duration.ofDays(1)));
	}

	private Transformation begin(CompiledRecipe recipe, String text, RequestBudget budget) {
		return new Transformation(recipe, Value.of(text), new SizeLimit(100_000), budget, StepObserver.NONE,
				this.outcomes::add);
	}

	private static void runToEnd(Transformation transformation) {
		boolean more = true;
		while (more) {
			more = transformation.runSlice();
		}
	}

	private boolean runsWhileCheap(String recipe, String text) {
		return begin(compile(recipe), text).runWhileCheap();
	}

	private CompiledRecipe compile(String recipe) {
		return this.catalogue.compile(Recipe.parse(recipe));
	}

	private static RequestBudget budget(Duration max) {
		return new RequestBudget(max, new MemoryReservation(new MemoryBudget(Long.MAX_VALUE, new SizeLimit(1), 1)));
	}

}
