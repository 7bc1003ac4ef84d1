package dev.couplet.transform;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.couplet.PropertyTest;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of recipes that are put together, tested with random ones.
 */
@Execution(ExecutionMode.CONCURRENT)
class RecipePropertyTests {

	private static final List<String> NAMES = List.of("trim", "wrap", "replace", "each-line", "a", "b2", "x-1-y");

	private static final String SYNTAX = ",:.=()%+ \n\u0000\u00e9\u200b";

	@PropertyTest
	void textFormIsReadAsTheRecipeThatWasPutTogether(RandomGenerator random) {
		Recipe recipe = random(random, 0);
		assertThat(Recipe.parse(recipe.text())).isEqualTo(recipe);
	}

	@PropertyTest
	void recipeThatWasReadCanBePutTogether(RandomGenerator random) {
		String text = random(random, 0).text();
		assertThat(together(Recipe.parse(text)).text()).isEqualTo(text);
	}

	@PropertyTest
	void argumentsHaveNoCharacterThatEndsARecipe(RandomGenerator random) {
		String argument = argument(random);
		assertThat(Recipe.of("trim", argument).text()).matches("trim=[!-~&&[^,:.=()]]*");
		assertThat(Recipe.of("trim", argument).steps().getFirst().arguments()).containsExactly(argument);
	}

	private static Recipe together(Recipe read) {
		Recipe recipe = null;
		for (Recipe.Step step : read.steps()) {
			Recipe next = Recipe.of(step.name(), step.arguments().toArray(String[]::new));
			Recipe brackets = step.brackets();
			next = (brackets != null) ? next.withBrackets(together(brackets)) : next;
			recipe = (recipe != null) ? recipe.then(next) : next;
		}
		return (recipe != null) ? recipe : read;
	}

	// at most 2 steps on each of 3 levels, which are 14 steps
	private static Recipe random(RandomGenerator random, int level) {
		Recipe recipe = step(random, level);
		return random.nextBoolean() ? recipe : recipe.then(step(random, level));
	}

	private static Recipe step(RandomGenerator random, int level) {
		Recipe step = Recipe.of(name(random), arguments(random));
		return (level < 2 && random.nextBoolean()) ? step.withBrackets(random(random, level + 1)) : step;
	}

	private static String name(RandomGenerator random) {
		return NAMES.get(random.nextInt(NAMES.size()));
	}

	private static String[] arguments(RandomGenerator random) {
		return IntStream.range(0, random.nextInt(3)).mapToObj((_) -> argument(random)).toArray(String[]::new);
	}

	private static String argument(RandomGenerator random) {
		int[] characters = random.ints(random.nextInt(3), 0, Character.MAX_CODE_POINT + 1)
			.map((character) -> random.nextBoolean() ? SYNTAX.codePointAt(character % SYNTAX.length()) : character)
			.filter((character) -> Character.getType(character) != Character.SURROGATE)
			.toArray();
		return new String(characters, 0, characters.length);
	}

}
