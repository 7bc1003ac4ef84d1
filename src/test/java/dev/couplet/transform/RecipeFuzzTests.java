package dev.couplet.transform;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.couplet.protocol.http.UriRecipe;

import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzzes {@link Recipe}, and what finds its transforms and puts its arguments in place.
 */
class RecipeFuzzTests {

	private final Catalogue catalogue = new Catalogue(BuiltInTransforms.all());

	@FuzzTest
	void isReadAsItWouldBeWrittenOrRefused(byte[] bytes) {
		String written = new String(bytes, StandardCharsets.UTF_8);
		Recipe recipe;
		try {
			recipe = Recipe.parse(written);
		}
		catch (MalformedRecipeException ex) {
			assertThat(ex).hasMessageMatching("[ -~]{10,199}");
			return;
		}
		assertThat(recipe.steps()).hasSizeBetween(1, Recipe.MOST_STEPS);
		assertThat(Recipe.parse(UriRecipe.read(written))).isEqualTo(recipe);
		readAgain(recipe);
		compile(recipe);
	}

	private static void readAgain(Recipe recipe) {
		String written = recipe.steps().stream().map(RecipeFuzzTests::written).collect(Collectors.joining(","));
		if (written.length() <= Recipe.MOST_CHARACTERS) {
			assertThat(Recipe.parse(written)).isEqualTo(recipe);
		}
		String encoded = UriUtils.encode(written, StandardCharsets.UTF_8);
		if (encoded.length() <= Recipe.MOST_CHARACTERS && written.contains("=")) {
			assertThat(Recipe.parse(UriRecipe.read(encoded))).isEqualTo(recipe);
		}
	}

	private static String written(Recipe.Step step) {
		List<String> arguments = step.arguments();
		return step.name() + (arguments.isEmpty() ? "" : "=")
				+ arguments.stream()
					.map((argument) -> UriUtils.encode(argument, StandardCharsets.UTF_8).replace(".", "%2E"))
					.collect(Collectors.joining(":"));
	}

	private void compile(Recipe recipe) {
		try {
			assertThat(this.catalogue.compile(recipe).steps()).size().isEqualTo(recipe.steps().size());
		}
		catch (UnknownTransformException | BadArgumentException ex) {
			assertThat(ex).hasMessageMatching("[ -~]{10,199}");
		}
	}

}
