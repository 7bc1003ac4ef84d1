package dev.couplet.transform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link NamedRecipes}.
 */
class NamedRecipesTests {

	private static final SizeLimit LIMIT = new SizeLimit(1000);

	private final Catalogue builtIn = TestTransforms.catalogue();

	private Catalogue with(Map<String, String> recipes) {
		return NamedRecipes.addTo(this.builtIn, recipes, LIMIT);
	}

	private NamedRecipeException failure(Map<String, String> recipes) {
		return catchThrowableOfType(NamedRecipeException.class, () -> with(recipes));
	}

	@Test
	void areTransforms() {
		Catalogue catalogue = with(Map.of("shout", "upper,twice"));
		assertThat(TestTransforms.names(catalogue)).containsExactly("half", "shout", "twice", "upper");
		assertThat(new TransformService(catalogue, new SizeLimit(100)).transform("half,shout", Value.of("poem")))
			.isEqualTo(Value.of("POPO"));
		assertThat(catalogue.get("shout").description()).contains("upper,twice");
		assertThat(catalogue.get("shout").parameters()).isEmpty();
		assertThat(catalogue.get("shout").example()).isEqualTo(new Example("shout", "poem", "POEMPOEM"));
	}

	@Test
	void canUseEachOtherInAnyOrder() {
		Map<String, String> recipes = new LinkedHashMap<>();
		recipes.put("c", "b,half");
		recipes.put("b", "a,a");
		recipes.put("a", "twice");
		TransformService service = new TransformService(with(recipes), new SizeLimit(100));
		assertThat(service.transform("c", Value.of("x")).text()).isEqualTo("xx");
	}

	@ParameterizedTest
	@CsvSource({ "a,,", "b,a,", "b,c,a" })
	void cannotBeRecursive(String first, String second, String third) {
		Map<String, String> recipes = new TreeMap<>();
		recipes.put("a", first);
		if (second != null) {
			recipes.put("b", second);
		}
		if (third != null) {
			recipes.put("c", third);
		}
		NamedRecipeException failure = failure(recipes);
		assertThat(failure.name()).isEqualTo("a");
		assertThat(failure.getMessage()).contains("uses itself").contains("a ->").endsWith("-> a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sonnet", "upper,sonnet", "upper=1", "", "upper,", "Upper", "a=%" })
	void mustBeValid(String recipe) {
		NamedRecipeException failure = failure(Map.of("mine", recipe));
		assertThat(failure.name()).isEqualTo("mine");
		assertThat(failure.getMessage()).contains("recipe is invalid");
	}

	@Test
	void cannotHaveTheNameOfATransform() {
		NamedRecipeException failure = failure(Map.of("upper", "twice"));
		assertThat(failure.name()).isEqualTo("upper");
		assertThat(failure.getMessage()).contains("already");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Mine", "my_own", "1st", "my--own", "a b", "" })
	void mustHaveAValidName(String name) {
		NamedRecipeException failure = failure(Map.of(name, "upper"));
		assertThat(failure.name()).isEqualTo(name);
		assertThat(failure.getMessage()).contains("name");
	}

	@Test
	void haveAtMostSixteenStepsIncludingNestedRecipes() {
		String eight = IntStream.range(0, 8).mapToObj((i) -> "upper").collect(Collectors.joining(","));
		assertThat(TestTransforms.names(with(Map.of("eight", eight, "sixteen", "eight,eight")))).contains("sixteen");
		NamedRecipeException failure = failure(Map.of("eight", eight, "seventeen", "eight,eight,upper"));
		assertThat(failure.name()).isEqualTo("seventeen");
		assertThat(failure.getMessage()).contains("16");
	}

	@Test
	void haveNoExampleWhenNoValidInputIsKnown() {
		Transform picky = Transform.named("picky").example("upper", "x", "X").applying((text) -> {
			throw new ValueRefusedException("the text is refused");
		});
		Catalogue catalogue = NamedRecipes.addTo(TestTransforms.catalogue(picky), Map.of("mine", "upper,picky"), LIMIT);
		assertThat(catalogue.get("mine").example()).isNull();
	}

	@Test
	void applyTheSizeLimitToIntermediateResults() {
		TransformService service = new TransformService(with(Map.of("mine", "twice,half")), new SizeLimit(7));
		assertThatExceptionOfType(ValueTooLargeException.class)
			.isThrownBy(() -> service.transform("mine", Value.of("poem")).text());
	}

}
