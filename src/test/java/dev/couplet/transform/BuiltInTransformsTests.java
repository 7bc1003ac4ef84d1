package dev.couplet.transform;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests that apply to every built-in transform.
 */
@Execution(ExecutionMode.CONCURRENT)
class BuiltInTransformsTests {

	private static final int SIZE = 2500;

	private static final SizeLimit NO_LIMIT = new SizeLimit(1L << 40);

	private static final Map<String, String> TEXTS = HostileTexts.of(SIZE);

	// recipe, tab, result for the empty text
	private static final Map<String, String> EMPTY_TEXT = RecipeList.read("empty-text")
		.map((line) -> line.split("\t"))
		.collect(Collectors.toMap((line) -> line[0], (line) -> line[1]));

	private final TransformService service = BuiltInTransforms.service(1 << 20);

	static Stream<Transform> transforms() {
		return BuiltInTransforms.all().stream();
	}

	static Stream<String> recipes() {
		return Stream.concat(transforms().map(BuiltInTransforms::recipe), RecipeList.read("more-recipes"));
	}

	static Stream<String> idempotentRecipes() {
		return RecipeList.read("idempotent");
	}

	static Stream<String> inverseRecipes() {
		return RecipeList.read("inverse");
	}

	static Stream<String> expandingRecipes() {
		return RecipeList.read("expanding");
	}

	@ParameterizedTest
	@MethodSource("transforms")
	void produceTheResultOfTheirExample(Transform transform) {
		Example example = Objects.requireNonNull(transform.example());
		assertThat(example.recipe()).matches("(.*,)?" + transform.name() + "([=,(].*)?");
		assertThat(example.result()).isNotEmpty();
		assertThat(this.service.transform(example.recipe(), Value.of(example.text())).text())
			.isEqualTo(example.result());
	}

	@ParameterizedTest
	@MethodSource("transforms")
	void haveADescriptionAndValidParameters(Transform transform) {
		assertThat(transform.description()).matches("[\"A-Z].{10,}\\.");
		for (Parameter<?> parameter : transform.parameters()) {
			assertThat(parameter.name()).matches("[a-z]+");
			assertThat(parameter.max()).isGreaterThanOrEqualTo(parameter.min());
			if (parameter.defaultValue() != null) {
				assertThatNoException().isThrownBy(() -> parameter.parse(String.valueOf(parameter.defaultValue())));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("recipes")
	void returnWellFormedTextOrRefuseTheInput(String recipe) {
		TransformFunction<Value, Value> function = BuiltInTransforms.function(recipe);
		TEXTS.forEach((name, text) -> {
			Value result = resultOrNull(function, text);
			assertThat(result == null || result.kind() == Kind.BYTES || Utf8.isWellFormed(result.text())).as(name)
				.isTrue();
		});
	}

	@ParameterizedTest
	@MethodSource("recipes")
	void mapTheEmptyTextToTheEmptyTextUnlessListed(String recipe) {
		Value result = resultOrNull(BuiltInTransforms.function(recipe), "");
		switch (EMPTY_TEXT.getOrDefault(recipe, "")) {
			case "refused" -> assertThat(result).isNull();
			case "not empty" -> assertThat(Objects.requireNonNull(result).size()).isPositive();
			case String listed -> assertThat(Objects.requireNonNull(result).text()).isEqualTo(listed);
		}
	}

	@ParameterizedTest
	@MethodSource("recipes")
	void areDeterministicAndThreadSafe(String recipe) {
		TransformFunction<Value, Value> function = BuiltInTransforms.function(recipe);
		List<Optional<Value>> first = TEXTS.values()
			.stream()
			.map((text) -> Optional.ofNullable(resultOrNull(function, text)))
			.toList();
		List<Optional<Value>> again = TEXTS.values()
			.parallelStream()
			.map((text) -> Optional.ofNullable(resultOrNull(function, text)))
			.toList();
		assertThat(again).isEqualTo(first);
	}

	@ParameterizedTest
	@MethodSource("idempotentRecipes")
	void areIdempotent(String recipe) {
		TransformFunction<Value, Value> function = BuiltInTransforms.function(recipe);
		TEXTS.forEach((name, text) -> {
			Value once = resultOrNull(function, text);
			if (once != null) {
				assertThat(function.apply(once, NO_LIMIT)).as(name).isEqualTo(once);
			}
		});
	}

	@ParameterizedTest
	@MethodSource("inverseRecipes")
	void restoreTheTextWhenInverted(String recipe) {
		TransformFunction<Value, Value> function = BuiltInTransforms.function(recipe);
		TEXTS.forEach(
				(name, text) -> assertThat(function.apply(Value.of(text), NO_LIMIT).text()).as(name).isEqualTo(text));
	}

	@ParameterizedTest
	@MethodSource("expandingRecipes")
	void refuseAResultOverTheLimit(String recipe) {
		TransformFunction<Value, Value> function = bound(recipe);
		int refused = 0;
		for (Map.Entry<String, String> text : TEXTS.entrySet()) {
			Value value = Value.of(text.getValue());
			Value result = resultOrNull(function, text.getValue());
			if (result != null && result.size() > value.size()) {
				assertThatNoException().as(text.getKey())
					.isThrownBy(() -> function.apply(value, new SizeLimit(result.size())));
				assertThatExceptionOfType(ValueTooLargeException.class).as(text.getKey())
					.isThrownBy(() -> function.apply(value, new SizeLimit(result.size() - 1)));
				refused++;
			}
		}
		assertThat(refused).isPositive();
	}

	// without a recipe, which would check the result too
	private static TransformFunction<Value, Value> bound(String recipe) {
		Recipe.Step step = Recipe.parse(recipe).steps().getFirst();
		CompiledStep compiled = new Catalogue(BuiltInTransforms.all()).get(step.name())
			.compile(step.arguments(), null)
			.findFirst()
			.orElseThrow();
		return ((CompiledStep.FunctionStep) compiled).function();
	}

	private static @Nullable Value resultOrNull(TransformFunction<Value, Value> function, String text) {
		try {
			return function.apply(Value.of(text), NO_LIMIT);
		}
		catch (ValueRefusedException ex) {
			assertThat(ex).hasMessageMatching("[ -~]{10,199}");
			return null;
		}
	}

}
