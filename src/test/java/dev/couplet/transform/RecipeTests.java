package dev.couplet.transform;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Recipe}.
 */
class RecipeTests {

	static Stream<Arguments> recipes() {
		return Stream.of(Arguments.of("trim", List.of(step("trim"))), Arguments.of("a1-2b", List.of(step("a1-2b"))),
				Arguments.of("trim,wrap=60,cummingsify",
						List.of(step("trim"), step("wrap", "60"), step("cummingsify"))),
				Arguments.of("replace=rose:thorn", List.of(step("replace", "rose", "thorn"))),
				Arguments.of("replace=", List.of(step("replace", ""))),
				Arguments.of("replace=a:", List.of(step("replace", "a", ""))),
				Arguments.of("replace=::", List.of(step("replace", "", "", ""))),
				Arguments.of("replace= :\n", List.of(step("replace", " ", "\n"))),
				Arguments.of("join=%2C%3A%2E%3D%25", List.of(step("join", ",:.=%"))),
				Arguments.of("join=%2c%3a%2e%3d", List.of(step("join", ",:.="))),
				Arguments.of("join=+", List.of(step("join", "+"))),
				Arguments.of("join=\u00e9%C3%A9\ud83c\udf39%F0%9F%8C%B9",
						List.of(step("join", "\u00e9\u00e9\ud83c\udf39\ud83c\udf39"))));
	}

	private static Recipe.Step step(String name, String... arguments) {
		return new Recipe.Step(name, List.of(arguments), null);
	}

	@ParameterizedTest
	@MethodSource("recipes")
	void parsesARecipeThatFollowsTheGrammar(String recipe, List<Recipe.Step> steps) {
		assertThat(Recipe.parse(recipe).steps()).isEqualTo(steps);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",", "trim,", ",trim", "trim,,trim", "=", "=60", "Trim", "1st", "-a", "a-", "a--b",
			"a_b", "a b", " trim", "trim ", "tr\u00edm", "trim\n", "wrap=6.0", "wrap=6=0", "wrap==60", "a:b", "a.b" })
	void refusesARecipeThatDoesNot(String recipe) {
		assertThatExceptionOfType(MalformedRecipeException.class).isThrownBy(() -> Recipe.parse(recipe));
	}

	@Test
	void parsesRecipesInBrackets() {
		Recipe words = new Recipe(List.of(step("trim"), step("wrap", "6")));
		Recipe lines = new Recipe(
				List.of(step("nfc"), new Recipe.Step("each-word", List.of(), words), step("reverse")));
		assertThat(Recipe.parse("each-line(nfc,each-word(trim,wrap=6),reverse),trim").steps())
			.containsExactly(new Recipe.Step("each-line", List.of(), lines), step("trim"));
		assertThat(Recipe.parse("each-match=[A-Z]+:1(trim)").steps())
			.containsExactly(new Recipe.Step("each-match", List.of("[A-Z]+", "1"), new Recipe(List.of(step("trim")))));
		assertThat(Recipe.parse("replace=%28:%29").steps()).containsExactly(step("replace", "(", ")"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					``                | step 1 of the recipe has no name; a transform is expected at character 1
					each-line(        | step 1.1 of the recipe has no name; a transform is expected at character 11
					each-line()       | the brackets at character 10 are empty; remove them, or put a recipe into them, as in each-line(trim)
					(trim)            | step 1 of the recipe has no name; a transform is expected at character 1
					trim,each-line(a,)| step 2.2 of the recipe has no name; a transform is expected at character 18
					a(b(c(Trim)))     | step 1.1.1.1 of the recipe has a malformed name at character 7; a name has lower-case letters, digits and single hyphens
					a=b(C)            | step 1.1 of the recipe has a malformed name at character 5; in an argument, a bracket is written %28 or %29
					a=b(c=d,e.)       | step 1.2 of the recipe has a malformed name at character 10; in an argument, ',' is written %2C
					a=b(c),d%         | step 2 of the recipe has a malformed name at character 9; a name has lower-case letters, digits and single hyphens
					each-line(trim    | the bracket at character 10 is not closed; in an argument, it is written %28
					a(b(c),d          | the bracket at character 2 is not closed; in an argument, it is written %28
					trim)             | the closing bracket at character 5 has no opening one; in an argument, it is written %29
					a(b))             | the closing bracket at character 5 has no opening one; in an argument, it is written %29
					a(b)c             | a step ends with its bracket, so ',' is expected at character 5; in an argument, a bracket is written %28 or %29
					a(b)(c)           | a step ends with its bracket, so ',' is expected at character 5; in an argument, a bracket is written %28 or %29
					a(b)=c            | a step ends with its bracket, so ',' is expected at character 5; in an argument, a bracket is written %28 or %29
					a=b=c             | the '=' at character 4 is in an argument, where it is written %3D
					a=\ud83c\udf39.  | the '.' at character 4 is in an argument, where it is written %2E
					a(b(c(d(e))))     | a recipe has at most 3 levels of brackets; see character 9
					a=\ud83c\udf39%   | in the recipe, the '%' at character 4 is not followed by two hexadecimal digits; '%' itself is written %25
					a=b:%C3           | in the recipe, the bytes that are percent-encoded from character 5 on are not UTF-8
					""")
	void saysWhereARecipeIsMalformed(String recipe, String reason) {
		assertThatExceptionOfType(MalformedRecipeException.class).isThrownBy(() -> Recipe.parse(recipe))
			.withMessage(reason);
	}

	@Test
	void countsTheStepsInBrackets() {
		String fifteen = String.join(",", Collections.nCopies(15, "trim"));
		assertThat(Recipe.parse("each-line(" + fifteen + ")").steps()).hasSize(1);
		assertThatExceptionOfType(MalformedRecipeException.class)
			.isThrownBy(() -> Recipe.parse("each-line(" + fifteen + "),trim"))
			.withMessage("a recipe has at most 16 steps, those in brackets included; see character 87");
	}

	@Test
	void allowsThreeLevelsOfBrackets() {
		assertThat(Recipe.parse("a(b(c(d)))").steps()).hasSize(1);
		assertThatExceptionOfType(MalformedRecipeException.class).isThrownBy(() -> Recipe.parse("(".repeat(1000)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "%", "%4", "%4G", "%G4", "%-1", "%+1", "a%", "%%41", "% 41", "%\uff14\uff11", "%80", "%C3",
			"%C3A9", "%C0%80", "%ED%A0%80", "%F4%90%80%80", "%FF", "%C3%A9%A9" })
	void refusesMalformedPercentEncoding(String argument) {
		assertThatExceptionOfType(MalformedRecipeException.class).isThrownBy(() -> Recipe.parse("join=" + argument));
	}

	@Test
	void hasAtMostSixteenSteps() {
		String sixteen = String.join(",", Collections.nCopies(16, "trim"));
		assertThat(Recipe.parse(sixteen).steps()).hasSize(16);
		assertThatExceptionOfType(MalformedRecipeException.class).isThrownBy(() -> Recipe.parse(sixteen + ",trim"))
			.withMessageContaining("16");
	}

	@Test
	void hasAtMostOneThousandCharacters() {
		String thousand = "join=" + "x".repeat(995);
		assertThat(Recipe.parse(thousand).steps()).hasSize(1);
		assertThatExceptionOfType(MalformedRecipeException.class).isThrownBy(() -> Recipe.parse(thousand + "x"));
		String roses = "join=" + "\ud83c\udf39".repeat(995);
		assertThat(Recipe.parse(roses).steps()).hasSize(1);
	}

	@Test
	void doesNotQuoteTheRecipeInErrorMessages() {
		for (String recipe : List.of("SECRET", "a=%SE", "a=SECRET=")) {
			assertThatExceptionOfType(MalformedRecipeException.class).isThrownBy(() -> Recipe.parse(recipe))
				.withMessageMatching("[ -~]{1,199}")
				.withMessageNotContaining("SE");
		}
	}

	@Test
	void acceptsAnyPercentEncodedArgument() {
		String text = IntStream.rangeClosed(0, 0xFF).mapToObj(Character::toString).reduce("", String::concat);
		StringBuilder encoded = new StringBuilder();
		for (byte octet : Utf8.encode(text.substring(0, 128))) {
			encoded.append("%%%02X".formatted(octet));
		}
		assertThat(Recipe.parse("join=" + encoded).steps().getFirst().arguments())
			.containsExactly(text.substring(0, 128));
	}

	@Test
	void isPutTogetherFromSteps() {
		Recipe recipe = Recipe.of("trim")
			.then("each-field", "2", ",")
			.withBrackets(Recipe.of("replace", ".", "-"))
			.then(Recipe.of("wrap", "60").then("reverse"));
		assertThat(recipe.text()).isEqualTo("trim,each-field=2:%2C(replace=%2E:-),wrap=60,reverse");
		assertThat(recipe).isEqualTo(Recipe.parse("trim,each-field=2:%2c(replace=%2e:-),wrap=60,reverse"));
	}

	@Test
	void doesNotChangeWhenAStepIsAdded() {
		Recipe recipe = Recipe.of("trim");
		recipe.then("wrap", "60");
		recipe.withBrackets(Recipe.of("reverse"));
		assertThat(recipe.text()).isEqualTo("trim");
	}

	@ParameterizedTest
	@MethodSource("recipes")
	void isReadFromItsTextForm(String recipe, List<Recipe.Step> steps) {
		assertThat(Recipe.parse(new Recipe(steps).text())).isEqualTo(Recipe.parse(recipe));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Trim", "trim,reverse", "wrap=60", "each-line(trim)", "trim)", "a%20b" })
	void isNotPutTogetherWithANameThatIsNone(String name) {
		assertThatExceptionOfType(MalformedRecipeException.class).isThrownBy(() -> Recipe.of(name))
			.withMessageStartingWith("step 1 of the recipe has");
		assertThatExceptionOfType(MalformedRecipeException.class).isThrownBy(() -> Recipe.of("trim").then(name))
			.withMessageStartingWith("step 2 of the recipe has");
	}

	@Test
	void isNotPutTogetherBeyondALimit() {
		Recipe eight = Recipe.parse(String.join(",", Collections.nCopies(8, "trim")));
		assertThat(eight.then(eight).steps()).hasSize(16);
		assertThatExceptionOfType(MalformedRecipeException.class).isThrownBy(() -> eight.then(eight).then("trim"))
			.withMessageContaining("at most 16 steps");
		Recipe levels = Recipe.parse("a(b(c))");
		assertThat(Recipe.of("a").withBrackets(levels).text()).isEqualTo("a(a(b(c)))");
		assertThatExceptionOfType(MalformedRecipeException.class)
			.isThrownBy(() -> Recipe.of("a").withBrackets(Recipe.of("a").withBrackets(levels)))
			.withMessageContaining("at most 3 levels");
		assertThatExceptionOfType(MalformedRecipeException.class).isThrownBy(() -> Recipe.of("join", "x".repeat(996)))
			.withMessageContaining("at most 1000 characters");
	}

	@Test
	void isNotPutTogetherFromUnpairedSurrogates() {
		assertThatExceptionOfType(MalformedRecipeException.class)
			.isThrownBy(() -> Recipe.of("trim").then("replace", "a", "b\ud83c"))
			.withMessage("an argument of step 2 of the recipe has an unpaired surrogate at character 2");
	}

	@Test
	void hasOneRecipeInTheBracketsOfAStep() {
		Recipe recipe = Recipe.parse("each-line(trim)");
		assertThatExceptionOfType(MalformedRecipeException.class)
			.isThrownBy(() -> recipe.withBrackets(Recipe.of("reverse")))
			.withMessage("step 1 of the recipe has brackets already");
	}

}
