package dev.couplet.transform;

import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.couplet.protocol.http.UriRecipe;

import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzzes the parsing of a {@link Recipe} and its compilation.
 */
class RecipeFuzzTests {

	private final Catalogue catalogue = new Catalogue(BuiltInTransforms.all());

	@FuzzTest
	void isParsedAndFormattedConsistentlyOrRefused(byte[] bytes) {
		String format = new String(bytes, StandardCharsets.UTF_8);
		Recipe recipe;
		try {
			recipe = Recipe.parse(format);
		}
		catch (MalformedRecipeException ex) {
			assertThat(ex).hasMessageMatching("[ -~]{10,199}");
			return;
		}
		assertThat(recipe.steps()).hasSizeBetween(1, Recipe.MAX_STEPS);
		assertThat(Recipe.parse(UriRecipe.read(format))).isEqualTo(recipe);
		parseFormatted(recipe);
		compile(recipe);
	}

	private static void parseFormatted(Recipe recipe) {
		String format = recipe.text();
		if (format.length() <= Recipe.MAX_LENGTH) {
			assertThat(Recipe.parse(format)).isEqualTo(recipe);
		}
		String encoded = UriUtils.encode(format, StandardCharsets.UTF_8);
		if (encoded.length() <= Recipe.MAX_LENGTH && format.contains("=")) {
			assertThat(Recipe.parse(UriRecipe.read(encoded))).isEqualTo(recipe);
		}
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
