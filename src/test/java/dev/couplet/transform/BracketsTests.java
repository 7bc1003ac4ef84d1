package dev.couplet.transform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for recipes in brackets.
 */
class BracketsTests {

	private static final SizeLimit LIMIT = new SizeLimit(1000);

	private static final Transform PICKY = Transform.named("picky").applying((text) -> {
		if (text.startsWith("!")) {
			throw new ValueRefusedException("an exclamation mark at character 1");
		}
		return text + "?";
	});

	private static final Transform NOT_TEXT = Transform.named("not-text", Kind.TEXT, Kind.BYTES)
		.applying((text) -> new byte[] { (byte) 0xFF });

	private static final Transform BROKEN = Transform.named("broken").splitting("part", (arguments) -> (text) -> {
		throw new IllegalStateException("inside");
	});

	private static final Transform MEDIUM = Transform.named("medium").callCost(10_000).applying((text) -> text + "!");

	private static final Transform HEAVY = Transform.named("heavy").weighing(10_000).applying((text) -> text);

	private static final Transform SLOW = Transform.named("slow").callCost(1_000_000).applying((text) -> text);

	private final Catalogue catalogue = NamedRecipes.addTo(new Catalogue(
			Stream.concat(BuiltInTransforms.all().stream(), Stream.of(PICKY, NOT_TEXT, BROKEN, MEDIUM, HEAVY, SLOW))
				.toList()),
			Map.of("shout", "each-line(upper-case,picky)", "two", "trim,picky"), LIMIT);

	private final TransformService service = new TransformService(this.catalogue, LIMIT, Duration.ofSeconds(1), 1 << 20,
			10);

	private final List<@Nullable TransformException> outcomes = new ArrayList<>();

	private String run(String recipe, String text) {
		return this.service.transform(recipe, Value.of(text)).text();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			each-line(picky)                        | `a\nb`   | `a?\nb?`
			each-line(picky),upper-case             | `a\nb`   | `A?\nB?`
			each-line(each-word(picky),reverse)     | `a b\nc` | `?b ?a\n?c`
			each-line(each-word(each-match=b(picky)))| `ab bc`  | `ab? b?c`
			shout                                   | `a\nb`   | `A?\nB?`
			each-word(shout)                        | `a b`    | `A? B?`
			each-line(base64-encode,base64-decode)  | `a\nb`   | `a\nb`
			""")
	void runOnEachPartAndKeepWhatIsBetween(String recipe, String text, String result) {
		assertThat(run(recipe, text)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					picky                       | `!`          | step 1, picky: an exclamation
					trim,picky                  | `!`          | step 2, picky: an exclamation
					each-line(picky)            | `a\nb\n!`    | step 1.1, picky, line 3: an exclamation
					trim,each-line(trim,picky)  | `a\n!`       | step 2.2, picky, line 2: an exclamation
					each-line(each-word(picky)) | `a\nb c !`   | step 1.1.1, picky, line 2, word 3: an exclamation
					each-line(try(trim),picky)  | `a\n!`       | step 1.2, picky, line 2: an exclamation
					each-word(not-text)         | `a`          | step 1, each-word, word 1, gives a text, and the result of its recipe is not UTF-8 at byte 1; add base64-encode to it
					each-word(not-text,trim)    | `a`          | step 1.2, trim, word 1, takes a text, and the result of step 1.1 is not UTF-8 at byte 1; if it is windows-1252, put charset-decode=windows-1252 before it
					trim,shout                  | `!`          | step 2.2, picky, line 1: an exclamation
					two,trim                    | `!`          | step 1.2, picky: an exclamation
					two,not-text,trim           | `a`          | step 3, trim, takes a text, and the result of step 2 is not UTF-8 at byte 1; if it is windows-1252, put charset-decode=windows-1252 before it
					each-match=a(.*b)?(trim)    | ``           | step 1.1 of the recipe has a malformed name at character 14; in an argument, a bracket is written %28 or %29
					""")
	void anErrorNamesTheStepAndThePart(String recipe, String text, String reason) {
		assertThatExceptionOfType(TransformException.class).isThrownBy(() -> run(recipe, text))
			.withMessageStartingWith(reason);
	}

	@Test
	void aBadArgumentNamesTheStep() {
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> run("trim,each-line(wrap=0)", ""))
			.withMessage("step 2.1, wrap: 'width' must be a whole number from 1 to 1000");
	}

	@Test
	void aMalformedNameHasTheSuggestionOfTheOneThatWasMeant() {
		assertThatExceptionOfType(MalformedRecipeException.class).isThrownBy(() -> run("each-line(toLowerCase)", ""))
			.withMessage("step 1.1 of the recipe has a malformed name at character 13; perhaps lower-case was meant");
	}

	@Test
	void bracketsAreRequiredOrNotPossible() {
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> run("each-line", ""))
			.withMessage("step 1, each-line: requires a recipe in brackets, such as (trim)");
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> run("trim(trim)", ""))
			.withMessage("step 1, trim: takes no recipe in brackets");
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> run("shout(trim)", ""))
			.withMessageContaining("takes no arguments and no brackets");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			try(picky)                     | `!a`      | `!a`
			try(picky)                     | `a`       | `a?`
			try(trim,upper-case,picky)     | ` !a `    | ` !a `
			each-line(try(picky))          | `a\n!\nb` | `a?\n!\nb?`
			try(each-line(picky))          | `a\n!`    | `a\n!`
			try(each-line(picky)),picky    | `a\n!`    | `a\n!?`
			try(try(picky),picky)          | `!`       | `!`
			try(not-text)                  | `a`       | `a`
			try(not-text,trim)             | `a`       | `a`
			try(each-word(not-text))       | `a`       | `a`
			try(trim)                      | ``        | ``
			""")
	void tryKeepsWhatItsRecipeRefuses(String recipe, String text, String result) {
		assertThat(run(recipe, text)).isEqualTo(result);
	}

	@Test
	void tryDoesNotHideOtherErrors() {
		assertThatExceptionOfType(ValueTooLargeException.class)
			.isThrownBy(() -> run("try(hex-encode)", "x".repeat(501)));
		assertThatExceptionOfType(TransformFailedException.class).isThrownBy(() -> run("try(broken(trim))", "x"));
	}

	@Test
	void theLimitHoldsForTheWholeResult() {
		assertThat(run("each-line(hex-encode)", "ab\n".repeat(200))).hasSize(1000);
		assertThatExceptionOfType(ValueTooLargeException.class)
			.isThrownBy(() -> run("each-line(hex-encode)", "ab\n".repeat(200) + "c"))
			.withMessage("step 1, each-line: the result is over the limit of 1000 bytes");
		assertThatExceptionOfType(ValueTooLargeException.class)
			.isThrownBy(() -> run("each-line(hex-encode,head)", "ab\n" + "x".repeat(501)))
			.withMessageStartingWith("step 1.1, hex-encode, line 2: ");
	}

	@Test
	void theCostOfEveryPartCounts() {
		assertThat(run("each-line(slow)", "\n".repeat(900))).hasSize(900);
		assertThatExceptionOfType(TooExpensiveException.class)
			.isThrownBy(() -> run("each-word(slow),each-line(slow)", "x\n".repeat(500)))
			.withMessageStartingWith("at step 2.1, slow, line ");
	}

	@Test
	void manyPartsRunInSlices() {
		Transformation transformation = begin("each-line(medium)", "x\n".repeat(300));
		assertThat(transformation.sliceCost()).isEqualTo(200_000);
		int slices = 1;
		while (transformation.runSlice()) {
			assertThat(transformation.sliceCost()).isEqualTo(200_000);
			slices++;
		}
		// 11,100 ns for each of 300 parts
		assertThat(slices).isEqualTo(17);
		assertThat(transformation.result()).isEqualTo(Value.of("x!\n".repeat(300)));
		assertThat(this.outcomes).hasSize(1).containsOnlyNulls();
	}

	@Test
	void aLargePartIsASliceOfItsOwn() {
		Transformation transformation = begin("each-line(heavy)", "a\n" + "b".repeat(100));
		assertThat(transformation.sliceCost()).isEqualTo(200_000);
		assertThat(transformation.runSlice()).isTrue();
		assertThat(transformation.sliceCost()).isEqualTo(1_001_000);
		assertThat(transformation.runSlice()).isFalse();
		assertThat(transformation.result()).isEqualTo(Value.of("a\n" + "b".repeat(100)));
	}

	@Test
	void anAsciiWeightIsNotForBytes() {
		Transform transform = Transform.named("raw", Kind.BYTES, Kind.BYTES)
			.weighing(1_000_000, 1)
			.applying((bytes) -> bytes);
		Value bytes = Value.of(new byte[] { (byte) 0xFF });
		assertThat(new Catalogue(List.of(transform)).compile("raw").apply(bytes, LIMIT)).isEqualTo(bytes);
	}

	@Test
	void fewPartsRunOnTheEventLoopOnceTheirTransformsAreWarm() {
		Transform cold = Transform.named("cold").applying((text) -> text + "!");
		Catalogue more = this.catalogue.with(cold);
		CompiledRecipe recipe = more.compile("each-line(cold)");
		assertThat(begin(recipe, "").runOnEventLoop()).isFalse();
		assertThat(recipe.apply(Value.of(""), LIMIT)).isEqualTo(Value.of(""));
		assertThat(begin(recipe, "a").runOnEventLoop()).as("cold has not run on a text without lines").isFalse();
		assertThat(recipe.apply(Value.of("a"), LIMIT)).isEqualTo(Value.of("a!"));
		assertThat(begin(recipe, "a\nb").runOnEventLoop()).isTrue();
		assertThat(begin(recipe, "a\n".repeat(450)).runOnEventLoop()).isTrue();
		assertThat(begin(more.compile("each-line(slow)"), "a").runOnEventLoop()).isFalse();
	}

	@Test
	void anAbandonedTransformationEndsOnce() {
		Transformation transformation = begin("each-line(medium)", "x\n".repeat(300));
		transformation.runSlice();
		transformation.fail(new ClientGoneException());
		assertThat(transformation.runSlice()).isFalse();
		assertThat(this.outcomes).hasSize(1);
	}

	@Test
	void aSplitterThatThrowsIsAnInternalError() {
		assertThatExceptionOfType(TransformFailedException.class).isThrownBy(() -> run("broken(trim)", "x"));
	}

	@Test
	void aRecipeWithALargePatternIsNotKept() {
		assertThat(this.catalogue.compile("each-match=[a-z]+(trim)").isCacheable()).isTrue();
		assertThat(this.catalogue.compile("each-line(each-match=x{400}(trim))").isCacheable()).isFalse();
	}

	private Transformation begin(String recipe, String text) {
		return begin(this.catalogue.compile(recipe), text);
	}

	private Transformation begin(CompiledRecipe recipe, String text) {
		return new Transformation(recipe, Value.of(text), LIMIT, RequestBudget.unlimited(LIMIT), StepObserver.NONE,
				this.outcomes::add);
	}

}
