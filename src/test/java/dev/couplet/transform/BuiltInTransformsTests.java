package dev.couplet.transform;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests that apply to every built-in transform.
 */
class BuiltInTransformsTests {

	private static final int SIZE = 2500;

	private static final SizeLimit NO_LIMIT = new SizeLimit(1L << 40);

	private static final Map<String, String> TEXTS = HostileTexts.of(SIZE);

	private final TransformService service = BuiltInTransforms.service(1 << 20);

	static Stream<Transform> transforms() {
		return BuiltInTransforms.all().stream();
	}

	static Stream<String> recipes() {
		return Stream.concat(transforms().map(BuiltInTransforms::recipe), Stream.of("wrap=1", "wrap=7", "truncate=5",
				"truncate=0:%2E%2E", "lipogram=%CC%81", "replace=a:", "join-lines=", "head=0", "tail=0", "indent=0"));
	}

	static Stream<String> expandingRecipes() {
		return Stream.of("indent=100", "number-lines", "join-lines=abc", "replace=a:abc", "wrap=1", "smart-quotes",
				"nfc", "nfd", "nfkc", "nfkd", "to-latin", "base64-encode", "base64url-encode", "hex-encode",
				"url-encode", "html-encode", "html-decode", "json-encode", "quoted-printable-encode", "pig-latin",
				"base64-encode=1", "hex-encode=space", "hexdump", "charset-encode=UTF-32");
	}

	@Test
	void areComplete() {
		assertThat(transforms().map(Transform::name)).containsExactlyInAnyOrder("cummingsify", "lower-case",
				"upper-case", "title-case", "swap-case", "camel-case", "snake-case", "kebab-case", "trim",
				"collapse-whitespace", "dedent", "indent", "wrap", "head", "tail", "reverse-lines", "sort-lines",
				"unique-lines", "number-lines", "remove-blank-lines", "join-lines", "reverse", "reverse-words",
				"replace", "truncate", "rot13", "slugify", "smart-quotes", "ascii-quotes", "nfc", "nfd", "nfkc", "nfkd",
				"strip-accents", "to-latin", "to-ascii", "base64-encode", "base64-decode", "base64url-encode",
				"base64url-decode", "hex-encode", "hex-decode", "url-encode", "url-decode", "html-encode",
				"html-decode", "json-encode", "json-decode", "quoted-printable-encode", "quoted-printable-decode",
				"sha256", "sha512", "crc32", "acrostic", "lipogram", "pig-latin", "charset-encode", "charset-decode",
				"gzip", "gunzip", "hexdump", "each-line", "each-paragraph", "each-word", "each-match", "each-field",
				"try");
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
	void mapTheEmptyTextToTheEmptyText(String recipe) {
		if (recipe.matches("sha.*|crc32|json-.*|gzip|gunzip")) {
			// a digest has a fixed length, a JSON string quotation marks, and gzip a
			// header
			return;
		}
		assertThat(this.service.transform(recipe, Value.of("")).text()).isEmpty();
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
	@ValueSource(strings = { "cummingsify", "lower-case", "upper-case", "snake-case", "kebab-case", "trim",
			"collapse-whitespace", "dedent", "wrap", "wrap=1", "wrap=7", "head", "tail", "sort-lines", "unique-lines",
			"remove-blank-lines", "join-lines", "truncate=5", "slugify", "smart-quotes", "ascii-quotes", "nfc", "nfd",
			"nfkc", "nfkd", "strip-accents", "to-ascii", "lipogram" })
	void areIdempotent(String recipe) {
		TransformFunction<Value, Value> function = BuiltInTransforms.function(recipe);
		TEXTS.forEach((name, text) -> {
			String once = function.apply(Value.of(text), NO_LIMIT).text();
			assertThat(function.apply(Value.of(once), NO_LIMIT).text()).as(name).isEqualTo(once);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "rot13,rot13", "base64-encode,base64-decode", "base64url-encode,base64url-decode",
			"hex-encode,hex-decode", "url-encode,url-decode", "html-encode,html-decode", "json-encode,json-decode",
			"quoted-printable-encode,quoted-printable-decode", "gzip,gunzip", "hex-encode=comma:upper,hex-decode",
			"base64-encode=7,base64-decode", "charset-encode=UTF-16,charset-decode=UTF-16" })
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
			long size = function.apply(Value.of(text.getValue()), NO_LIMIT).size();
			if (size > Utf8.size(text.getValue())) {
				assertThatNoException().as(text.getKey())
					.isThrownBy(() -> function.apply(Value.of(text.getValue()), new SizeLimit(size)));
				assertThatExceptionOfType(ValueTooLargeException.class).as(text.getKey())
					.isThrownBy(() -> function.apply(Value.of(text.getValue()), new SizeLimit(size - 1)));
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
