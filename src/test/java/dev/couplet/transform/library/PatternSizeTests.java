package dev.couplet.transform.library;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PatternSize}.
 */
@Execution(ExecutionMode.CONCURRENT)
class PatternSizeTests {

	private static final List<String> PIECES = List.of("a", "(", ")", "[", "]", "[^", "[:alpha:]", "[[:alpha:]]", "\\Q",
			"\\E", "\\", "\\d", "\\pL", "\\p{Greek}", "\\x{41}", "\\]", "{2}", "{3,}", "{2,5}", "{0,4}", "{,3}", "{",
			"}", "*", "+?", "?", "|", ".", "^", "$", "(?:", "(?i)", "(?P<n>", "-", ",", "7");

	@ParameterizedTest
	@CsvSource({ "abc, 3", "(abc){10}, 50", "a{3}, 3", "'a{2,3}', 6", "[a-z]{20}, 20", "\\Qa{9}\\E, 5", "a{x}, 4",
			"'', 0", "\\Q[\\E(a{100}){100}, 10202" })
	void countsCharactersAsOftenAsTheyAreRepeated(String pattern, long size) {
		assertThat(PatternSize.of(pattern)).isEqualTo(size);
	}

	@Test
	void isNotLessThanHalfTheSizeOfTheProgram() {
		RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261127);
		int compiled = 0;
		for (int i = 0; i < 200_000; i++) {
			StringBuilder pattern = new StringBuilder();
			for (int left = random.nextInt(1, 12); left > 0; left--) {
				pattern.append(PIECES.get(random.nextInt(PIECES.size())));
			}
			long size = PatternSize.of(pattern.toString());
			int program = programSize(pattern.toString());
			compiled += (program > 0) ? 1 : 0;
			assertThat(2 * size + 6).as("%s has %d instructions", pattern, program).isGreaterThanOrEqualTo(program);
		}
		assertThat(compiled).isGreaterThan(10_000);
	}

	private static int programSize(String pattern) {
		try {
			return Pattern.compile(pattern).programSize();
		}
		catch (PatternSyntaxException ex) {
			return 0;
		}
	}

}
