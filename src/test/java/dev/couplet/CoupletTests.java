package dev.couplet;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.Recipe;
import dev.couplet.transform.Transform;
import dev.couplet.transform.UnknownTransformException;
import dev.couplet.transform.ValueTooLargeException;
import dev.couplet.transform.guess.Guess;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Couplet}.
 */
class CoupletTests {

	private final Couplet couplet = Couplet.standard();

	@Test
	void transformsATextWithARecipeInEitherForm() {
		assertThat(this.couplet.transform("trim,cummingsify", "  A POEM ")).isEqualTo("a poem");
		assertThat(this.couplet.transform(Recipe.of("trim").then("replace", ".", ","), " 1.5 ")).isEqualTo("1,5");
	}

	@Test
	void transformsBytes() {
		byte[] bytes = "moon".getBytes(StandardCharsets.UTF_8);
		byte[] compressed = this.couplet.transform("gzip", bytes);
		assertThat(compressed).startsWith(0x1F, 0x8B);
		assertThat(this.couplet.transform(Recipe.of("gunzip"), compressed)).isEqualTo(bytes);
	}

	@Test
	void givesATextOnlyIfTheResultIsOne() {
		assertThat(this.couplet.transform("base64-decode", "bW9vbg==")).isEqualTo("moon");
		assertThatExceptionOfType(MalformedTextException.class)
			.isThrownBy(() -> this.couplet.transform("base64-decode", "/w=="));
	}

	@Test
	void refusesATextWithAnUnpairedSurrogate() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.couplet.transform("trim", "moon\ud83c"));
	}

	@Test
	void namesArguments() {
		Recipe recipe = this.couplet.recipe("replace", Map.of("to", ",", "from", "."));
		assertThat(recipe.text()).isEqualTo("replace=%2E:%2C");
		assertThat(this.couplet.transform(recipe, "1.5")).isEqualTo("1,5");
		assertThat(this.couplet.recipe("wrap", Map.of())).isEqualTo(Recipe.of("wrap"));
	}

	@Test
	void checksNamesAndArgumentsBeforeThereIsAValue() {
		assertThatExceptionOfType(UnknownTransformException.class)
			.isThrownBy(() -> this.couplet.recipe("warp", Map.of()))
			.withMessageContaining("perhaps wrap was meant");
		assertThatExceptionOfType(BadArgumentException.class)
			.isThrownBy(() -> this.couplet.recipe("wrap", Map.of("length", "60")))
			.withMessageContaining("it has: width");
		assertThatExceptionOfType(BadArgumentException.class)
			.isThrownBy(() -> this.couplet.recipe("wrap", Map.of("width", "0")))
			.withMessageContaining("from 1 to 1000");
		assertThatExceptionOfType(BadArgumentException.class)
			.isThrownBy(() -> this.couplet.check(Recipe.of("trim").then("wrap", "wide")))
			.withMessageStartingWith("step 2, wrap");
	}

	@Test
	void takesTransformsOfTheCaller() {
		Couplet more = this.couplet
			.with(Transform.named("shout").describedAs("Adds an exclamation mark.").applying((text) -> text + "!"));
		assertThat(more.transform("upper-case,shout", "poem")).isEqualTo("POEM!");
		assertThatExceptionOfType(UnknownTransformException.class)
			.isThrownBy(() -> this.couplet.transform("shout", "poem"));
		assertThatIllegalArgumentException().isThrownBy(() -> more.with(more.catalogue().get("shout")));
	}

	@Test
	void limitsTheSizeOfValues() {
		Couplet small = this.couplet.withMaxSize(4);
		assertThat(small.transform("trim", "moon")).isEqualTo("moon");
		assertThatExceptionOfType(ValueTooLargeException.class).isThrownBy(() -> small.transform("trim", "moons"));
		assertThat(small.with().catalogue().transforms()).hasSameSizeAs(this.couplet.catalogue().transforms());
		assertThatExceptionOfType(ValueTooLargeException.class)
			.isThrownBy(() -> small.with().transform("trim", "moons"));
	}

	@Test
	void guessesAnEncoding() {
		assertThat(this.couplet.guess("SGVsbG8gd29ybGQ=".getBytes(StandardCharsets.UTF_8)).getFirst())
			.extracting(Guess::recipe, Guess::preview)
			.containsExactly("base64-decode", "Hello world");
	}

}
