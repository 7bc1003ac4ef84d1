package dev.couplet.transform;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that every built-in transform takes linear time. A text four times as large may
 * take ten times as long; quadratic time would be sixteen times. On a busy machine the
 * measurement is repeated.
 */
@Tag("slow")
class LinearTimeTests {

	private static final int SIZE = 10_000;

	private static final int GROWTH = 4;

	private static final int BLOCK_OF_BZIP2 = 100_000;

	private static final long MAX_SLOWDOWN = 10;

	private static final int MAX_TRIES = 200;

	private static final SizeLimit LIMIT = new SizeLimit(1L << 30);

	// a transform as fast as two digests passes: the smaller text may be refused at once
	private static final TransformFunction<Value, Value> DIGEST = BuiltInTransforms.function("sha256");

	private static final Map<String, String> SMALL = HostileTexts.of(SIZE);

	private static final Map<String, String> LARGE = HostileTexts.of(SIZE * GROWTH);

	static Stream<String> recipes() {
		return Stream
			.concat(BuiltInTransforms.all().stream().map(BuiltInTransforms::recipe),
					Stream.of("wrap=1", "truncate=3", "replace=" + "a".repeat(900) + "b:c"))
			.filter((recipe) -> !recipe.equals("bzip2"));
	}

	@ParameterizedTest
	@MethodSource("recipes")
	void timeGrowsLinearlyWithSize(String recipe) {
		TransformFunction<Value, Value> function = BuiltInTransforms.function(recipe);
		SMALL.forEach((name, small) -> assertLinear(function, name, small, Objects.requireNonNull(LARGE.get(name))));
	}

	// its library sorts less than 10,000 bytes in another way, which is faster for texts
	// that repeat themselves, and sorts at most 100,000 bytes at once
	@Test
	void timeOfBzip2GrowsLinearlyWithTheNumberOfBlocks() {
		TransformFunction<Value, Value> function = BuiltInTransforms.function("bzip2");
		Map<String, String> small = HostileTexts.of(BLOCK_OF_BZIP2);
		Map<String, String> large = HostileTexts.of(BLOCK_OF_BZIP2 * GROWTH);
		for (String name : List.of("words", "one word", "Hangul jamo", "every plane")) {
			assertLinear(function, name, Objects.requireNonNull(small.get(name)),
					Objects.requireNonNull(large.get(name)));
		}
	}

	private static void assertLinear(TransformFunction<Value, Value> function, String name, String small,
			String large) {
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
		while (tries < MAX_TRIES && largeTime > MAX_SLOWDOWN * (smallTime + 2 * digestTime));
		assertThat(largeTime).as(name).isLessThanOrEqualTo(MAX_SLOWDOWN * (smallTime + 2 * digestTime));
	}

	private static long nanoseconds(TransformFunction<Value, Value> function, String text) {
		long start = System.nanoTime();
		try {
			function.apply(Value.of(text), LIMIT);
		}
		catch (ValueRefusedException ex) {
			// a refusal is measured too
		}
		return System.nanoTime() - start;
	}

}
