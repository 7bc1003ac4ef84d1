package dev.couplet.transform.library;

import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.Value;
import dev.couplet.transform.ValueTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PatternTransforms}.
 */
class PatternTransformsTests extends LibraryRunner {

	@Test
	void theCostOfAReplacementGrowsWithItsLength() {
		com.google.re2j.Pattern pattern = com.google.re2j.Pattern.compile("()");
		int one = Replacement.parse("$1", pattern).weight();
		assertThat(Replacement.parse("$1".repeat(489), pattern).weight()).isGreaterThan(one + 4000);
		assertThat(Replacement.parse("a".repeat(978), pattern).weight()).isEqualTo(one);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			regex-replace=%28a%29%28b%29?:[$2$1] | `abac`  | `[ba][a]c`
			regex-replace=%28?P<x>b%29:<${x}>    | `abc`   | `a<b>c`
			regex-replace=b:$$$0                 | `abc`   | `a$bc`
			regex-replace=%28b%29:$10            | `abc`   | `ab0c`
			regex-replace=x*:-                   | `ab`    | `-a-b-`
			regex-replace=x*:-                   | `\ud83c\udf39` | `-\ud83c\udf39-`
			regex-replace=^a:b                   | `\uFEFFa` | `\uFEFFb`
			regex-replace=a:                     | `banana` | `bnn`
			regex-extract=[0-9]+                 | `a1b22`  | `1\n22`
			regex-extract=a%28.%29:1             | `abac`   | `b\nc`
			regex-split=[%2C;]                   | `a,b;;c` | `a\nb\n\nc`
			regex-split=x*                       | `abc`    | `a\nb\nc`
			regex-escape                         | `a.b\\(` | `a\\.b\\\\\\(`
			count-matches=a                      | `banana` | `3`
			count-matches=z                      | `banana` | `0`
			""")
	void matchesAreThoseOfRe2(String recipe, String text, String result) {
		assertThat(run(recipe.replace("(.", "(%2E").replace("%28.", "%28%2E"), text)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource({ "$1, 1", "a$, 2", "$x, 1", "${y}, 1", "$$$, 3" })
	void aDollarSignThatNamesNoGroupIsABadArgument(String replacement, int position) {
		assertThatExceptionOfType(BadArgumentException.class)
			.isThrownBy(() -> run("regex-replace=a:" + replacement, "a"))
			.withMessageContaining("names no group, at character " + position);
	}

	@Test
	void aBackslashStandsForItselfButNotBeforeADigit() {
		assertThat(run("regex-replace=%0A:\\n", "a\nb")).isEqualTo("a\\nb");
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> run("regex-replace=%28a%29:<\\1>", "a"))
			.withMessageContaining("has a \\ before a digit, at character 2; a group is written $1");
	}

	@Test
	void regexReplaceStopsAtTheLimit() {
		TransformService service = new TransformService(new Catalogue(new PatternTransforms().transforms()),
				new SizeLimit(1000));
		assertThatExceptionOfType(ValueTooLargeException.class)
			.isThrownBy(() -> service.transform("regex-replace=a:" + "b".repeat(500), Value.of("aaa")));
	}

}
