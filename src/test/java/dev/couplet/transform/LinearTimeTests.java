package dev.couplet.transform;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that no built-in transform takes more than linear time to any text. A text of
 * four times the size is given ten times the time, where quadratic time would be sixteen;
 * and on a busy machine several tries.
 */
class LinearTimeTests {

	private static final int SIZE = 10_000;

	private static final int GROWTH = 4;

	private static final long MOST_TIMES_SLOWER = 10;

	private static final int MOST_TRIES = 200;

	private static final SizeLimit LIMIT = new SizeLimit(1L << 30);

	// what is as fast as a digest is fast enough: one of the texts may be refused at once
	private static final TextFunction DIGEST = BuiltInTransforms.function("sha256");

	private static final Map<String, String> SMALL = HostileTexts.of(SIZE);

	private static final Map<String, String> LARGE = HostileTexts.of(SIZE * GROWTH);

	static Stream<String> recipes() {
		return Stream.concat(BuiltInTransforms.all().stream().map(BuiltInTransforms::recipe),
				Stream.of("wrap=1", "truncate=3", "replace=" + "a".repeat(900) + "b:c"));
	}

	@ParameterizedTest
	@MethodSource("recipes")
	void fourTimesTheTextTakesAboutFourTimesTheTime(String recipe) {
		TextFunction function = BuiltInTransforms.function(recipe);
		SMALL.forEach((name, small) -> {
			String large = Objects.requireNonNull(LARGE.get(name));
			long smallTime = Long.MAX_VALUE;
			long largeTime = Long.MAX_VALUE;
			long digestTime = Long.MAX_VALUE;
			int tries = 0;
			do {
				smallTime = Math.min(smallTime, nanoseconds(function, small));
				largeTime = Math.min(largeTime, nanoseconds(function, large));
				digestTime = Math.min(digestTime, nanoseconds(DIGEST, large));
				tries++;
			}
			while (tries < MOST_TRIES && largeTime > MOST_TIMES_SLOWER * (smallTime + digestTime));
			assertThat(largeTime).as(name).isLessThanOrEqualTo(MOST_TIMES_SLOWER * (smallTime + digestTime));
		});
	}

	private static long nanoseconds(TextFunction function, String text) {
		long start = System.nanoTime();
		try {
			function.apply(text, LIMIT);
		}
		catch (TextRefusedException ex) {
			// to refuse is to be measured too
		}
		return System.nanoTime() - start;
	}

}
