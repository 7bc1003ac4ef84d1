package dev.couplet.transform.guess;

import java.util.Comparator;
import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.couplet.transform.BuiltInTransforms;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.Value;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzzes {@link Guesser} with any bytes.
 */
class GuesserFuzzTests {

	private static final TransformService SERVICE = BuiltInTransforms.service(20_000);

	private static final Guesser GUESSER = new Guesser(SERVICE);

	@FuzzTest
	void everyGuessIsARecipeThatDecodesTheValue(byte[] bytes) {
		List<Guess> guesses = GUESSER.guess(Value.of(bytes));
		assertThat(guesses).hasSizeLessThanOrEqualTo(GuessSearch.MAX_GUESSES)
			.isSortedAccordingTo(Comparator.comparingDouble(Guess::score).reversed());
		for (Guess guess : guesses) {
			Value decoded = SERVICE.transform(guess.recipe(), Value.of(bytes));
			assertThat(decoded.size()).as(guess.recipe()).isEqualTo(guess.size()).isPositive();
			assertThat(guess.recipe().split(",")).as(guess.recipe()).hasSizeLessThanOrEqualTo(GuessSearch.MAX_STEPS);
			assertThat(guess.score()).as(guess.recipe()).isBetween(0.0, 1.0);
		}
	}

}
