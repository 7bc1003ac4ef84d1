package dev.couplet.transform.library;

import java.util.stream.Stream;

import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link PartTransforms}.
 */
class PartTransformsTests extends LibraryRunner {

	private static final Transform MARK = Transform.named("mark").applying((text) -> "<" + text + ">");

	private static final TransformService MARKING = new TransformService(
			new Catalogue(Stream.concat(Stream.of(MARK), new PartTransforms().transforms().stream()).toList()),
			new SizeLimit(1000));

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "each-line, `\uFEFFa\nb`, `\uFEFF<a>\n<b>`", "each-line, `\uFEFF`, `\uFEFF`",
					"each-paragraph, `\uFEFF\n\na`, `\uFEFF\n\n<a>`", "each-word, `\uFEFF moon`, `\uFEFF <moon>`",
					"each-field=1:%3A, `\uFEFFa:b`, `\uFEFF<a>:b`", "each-match=^a, `\uFEFFaa`, `\uFEFF<a>a`" })
	void aByteOrderMarkIsBeforeTheFirstPart(String step, String text, String result) {
		assertThat(marked(step, text)).isEqualTo(result);
	}

	@Test
	void aRefusedFieldIsNamedByItsLineAndItsPlaceInTheLine() {
		assertRefused("each-field=2-3:%2C(hex-decode)", "a,61,62\nb,62,zz", "step 1.1, hex-decode, line 2, field 3: ");
		assertRefused("each-field=2:%2C(each-word(hex-decode))", "a\nb,62 z", "line 2, field 2, word 2: ");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', value = { "``, ``", "`\n`, `<>\n`", "`a`, `<a>`", "`a\r\nb`, `<a>\r\n<b>`",
			"`a\n\nb\n`, `<a>\n<>\n<b>\n`", "`a\rb`, `<a\rb>`", "`\r\n`, `<>\r\n`" })
	void eachLineEndsWithLfOrCrlf(String text, String result) {
		assertThat(marked("each-line", text)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', value = { "``, ``", "`a\nb`, `<a\nb>`", "`a\nb\n\nc\n`, `<a\nb>\n\n<c>\n`",
			"`\n \na\n\t\n\nb\n\n`, `\n \n<a>\n\t\n\n<b>\n\n`", "`a\r\n\r\nb`, `<a>\r\n\r\n<b>`" })
	void eachParagraphIsBetweenBlankLines(String text, String result) {
		assertThat(marked("each-paragraph", text)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', value = { "``, ``", "` `, ` `", "`a`, `<a>`", "` a  b\n`, ` <a>  <b>\n`",
			"`a\u00a0b\u2003c`, `<a>\u00a0<b>\u2003<c>`", "`it's co-op.`, `<it's> <co-op.>`" })
	void eachWordIsBetweenWhiteSpace(String text, String result) {
		assertThat(marked("each-word", text)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			each-match=[a-z]+              | `a1bc`       | `<a>1<bc>`
			each-match=x                   | `abc`        | `abc`
			each-match=a%28b%29c:1         | `abcabd`     | `a<b>cabd`
			each-match=a%28x%29?:1         | `axa`        | `a<x>a`
			each-match=x*                  | `ab`         | `<>a<>b<>`
			each-match=x*                  | `\ud83c\udf39` | `<>\ud83c\udf39<>`
			each-match=%2E                 | `\ud83c\udf39\u00e9` | `<\ud83c\udf39><\u00e9>`
			each-match=%28?m%29^a          | `a\nab`      | `<a>\n<a>b`
			each-match=%28?i%29MOON        | `Moon moon`  | `<Moon> <moon>`
			""")
	void eachMatchIsFoundByRe2(String step, String text, String result) {
		assertThat(marked(step, text)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			[a           | 'pattern' is not a pattern of RE2: missing closing ] at character 1
			%28a         | 'pattern' is not a pattern of RE2: the bracket is not closed at character 1
			%28?%3Da%29  | 'pattern' is not a pattern of RE2: invalid or unsupported Perl syntax at character 1
			%28a%29\\1   | 'pattern' is not a pattern of RE2: invalid escape sequence at character 4
			*            | 'pattern' is not a pattern of RE2: missing argument to repetition operator at character 1
			a:1          | 'group' must be at most 0, the number of groups in the pattern
			%28a%29:2    | 'group' must be at most 1, the number of groups in the pattern
			a{501}       | 'pattern' is too large
			%28%28a{10}%29{10}%29{10} | 'pattern' is too large
			\\Q[\\E%28%28a{1000}%29{1000}%29{10} | 'pattern' is too large
			%28a{01000}%29{01000} | 'pattern' is too large
			\\pL\\pL\\pL\\pL\\pL | 'pattern' is too large
			%28?i%29\u1c80 | 'pattern' has (?i), and must then be ASCII
			%28?i%29[\u0400-\u1fff] | 'pattern' has (?i), and must then be ASCII
			%28?si%3Aa\\x{1C88}%29 | 'pattern' has (?i), and must then be ASCII
			""")
	void aBadPatternIsABadArgument(String arguments, String reason) {
		assertThatExceptionOfType(BadArgumentException.class)
			.isThrownBy(() -> run("each-match=" + arguments + "(trim)", "a"))
			.withMessageContaining("each-match: " + reason);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			x*[*+]**          | invalid nested repetition operator at character 7
			[*]\\Q**\\E**     | invalid nested repetition operator at character 10
			\ud83c\udf39[b-a] | invalid character class range at character 3
			[[%3Anone%3A]]    | invalid character class range at character 2
			\\pX              | invalid character class range at character 1
			%28?<a             | invalid named capture at character 1
			%28?<%3Da%29b      | there is no look-around
			%28?P<a>b%29%28?P<a>c%29 | duplicate capture group name
			a{1001}            | is too large
			[%28]%28           | the bracket is not closed at character 4
			\\%28%28a\\%29     | the bracket is not closed at character 3
			\\Q%28\\E%28[%29] | the bracket is not closed at character 6
			%28a%29%29         | the bracket closes nothing at character 4
			a\\               | trailing backslash at end of expression
			""")
	void aBadPatternIsDescribedWithItsPosition(String pattern, String reason) {
		assertThatExceptionOfType(BadArgumentException.class)
			.isThrownBy(() -> run("each-match=" + pattern + "(trim)", "a"))
			.withMessageContaining(reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[0-9a-f]{8}-%28[0-9a-f]{4}-%29{3}[0-9a-f]{12}", "\\p{Greek}+", "[]a]", "[^]]+",
			"[[%3Aalpha%3A]]{3}", "\\x{1F339}", "a{%2C3}", "a{1%2C3}", "x{a}", "\\Qa%2Eb\\E", "[\\]]{400}",
			"%28?i%29moon", "%28?P<i>\u00e9%29" })
	void usualPatternsAreNotTooLarge(String pattern) {
		assertThatNoException().isThrownBy(() -> run("each-match=" + pattern + "(trim)", "text"));
	}

	@Test
	void aPatternThatReadsTheTextTooOftenIsRefused() {
		assertRefused("each-match=a%28%2E*b%29?(trim)", "a".repeat(10_000),
				"step 1, each-match: the pattern reads the text more than 16 times");
		assertThat(run("try(each-match=a%28%2E*b%29?(trim))", "a".repeat(10_000))).hasSize(10_000);
		assertThat(run("each-match=a%28%2E*b%29?(trim)", "a".repeat(30))).hasSize(30);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			each-field=2            | `a\tb\tc\nd\te`  | `a\t<b>\tc\nd\t<e>`
			each-field=1            | `a\n\nb`          | `<a>\n<>\n<b>`
			each-field=3            | `a\tb`            | `a\tb`
			each-field=2-:;         | `a;b;c`           | `a;<b>;<c>`
			each-field=-2:%2C       | `a,b,c`           | `<a>,<b>,c`
			each-field=1%2C3-4%2C9:%2C | `a,b,c,d,e`    | `<a>,b,<c>,<d>,e`
			each-field=3%2C1-2%2C2-3:%2C | `a,b,c,d`    | `<a>,<b>,<c>,d`
			each-field=2:tab        | `a\tb`            | `a\t<b>`
			each-field=2:%3A%3A     | `a::b::`          | `a::<b>::`
			each-field=2:;          | `a;\r\nb;c`       | `a;<>\r\nb;<c>`
			""")
	void eachFieldIsChosenAsInCut(String step, String text, String result) {
		assertThat(marked(step, text)).isEqualTo(result);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "a", "1%2C", "3-2", "-", "0-1", "1-2-3", "12345678", "1 2", "%2C" })
	void fieldsAreNumbersAndRanges(String fields) {
		assertThatExceptionOfType(BadArgumentException.class)
			.isThrownBy(() -> run("each-field=" + fields + "(trim)", "a"))
			.withMessageContaining("'fields' must be numbers from 1 and ranges");
	}

	private static String marked(String step, String text) {
		return MARKING.transform(step + "(mark)", Value.of(text)).text();
	}

}
