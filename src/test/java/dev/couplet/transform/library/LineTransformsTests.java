package dev.couplet.transform.library;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LineTransforms}.
 */
class LineTransformsTests extends LibraryRunner {

	@ParameterizedTest
	@CsvSource({ "'c\nb\na', 'a\nb\nc'", "'c\nb\na\n', 'a\nb\nc\n'", "'c\r\nb\r\na\r\n', 'a\r\nb\r\nc\r\n'",
			"'c\r\nb\na', 'a\r\nb\nc'", "'c\nb\r\na', 'a\nb\r\nc'", "'a', 'a'", "'\n', '\n'", "'b\n\n', '\nb\n'",
			"'b\ra', 'b\ra'", "'b\u2028a\u0085\u000b', 'b\u2028a\u0085\u000b'" })
	void lineBreaksAreThoseOfTheText(String text, String sorted) {
		assertThat(run("sort-lines", text)).isEqualTo(sorted);
	}

	@Test
	void emptyLastLineIsKept() {
		assertThat(run("reverse-lines", "\na")).isEqualTo("a\n\n");
		assertThat(run("head=1", "\na")).isEqualTo("\n");
	}

	@ParameterizedTest
	@CsvSource(emptyValue = "",
			value = { "1, 'a\nb\nc\nd', 'd\na\nb\nc'", "7, 'a\r\nb\nc', 'a\r\nc\r\nb'", "1, 'a\r\nb\nc', 'b\nc\r\na'",
					"2, 'a\nb\nc\r', 'c\r\r\na\nb'", "1, '\n\n\nx', 'x\n\n\n\n'",
					"2, '\uFEFFa\nb\nc\n', '\uFEFFc\na\nb\n'", "7, 'a', 'a'", "7, '', ''" })
	void shuffledLinesKeepTheirLineBreaks(String seed, String text, String result) {
		assertThat(run("shuffle-lines=" + seed, text)).isEqualTo(result);
	}

	@Test
	void linesAreSortedByCodePointAndNotByCodeUnit() {
		assertThat(run("sort-lines", "\ud83c\udf39\n\uff41\nb\nB\n")).isEqualTo("B\nb\n\uff41\n\ud83c\udf39\n");
	}

	@ParameterizedTest
	@CsvSource({ "head=0, ''", "head=1, 'a\n'", "head=3, 'a\nb\nc\n'", "head=1000000, 'a\nb\nc\n'", "tail=0, ''",
			"tail=1, 'c\n'", "tail=1000000, 'a\nb\nc\n'", "reverse-lines, 'c\nb\na\n'" })
	void headAndTailKeepWholeLines(String recipe, String result) {
		assertThat(run(recipe, "a\nb\nc\n")).isEqualTo(result);
	}

	@Test
	void headAndTailKeepTenLinesByDefault() {
		String eleven = "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10";
		assertThat(run("head", eleven)).isEqualTo("0\n1\n2\n3\n4\n5\n6\n7\n8\n9");
		assertThat(run("tail", eleven)).isEqualTo("1\n2\n3\n4\n5\n6\n7\n8\n9\n10");
	}

	@ParameterizedTest
	@CsvSource({ "dedent, '  a\n\n   b\n \n', 'a\n\n b\n\n'", "dedent, '\ta\n b\n', '\ta\n b\n'",
			"dedent, '\t a\n\t b', 'a\nb'", "dedent, ' a\nb', ' a\nb'", "dedent, '  ', '\n'",
			"dedent, '\u00a0a', '\u00a0a'", "indent, 'a\n\n \nb\r\n', '    a\n\n \n    b\r\n'", "indent=0, 'a', 'a'",
			"number-lines, 'a\n\nb', '1  a\n2  \n3  b'", "number-lines=0, 'a', '0  a'",
			"number-lines=1000000, 'a\nb', '1000000  a\n1000001  b'",
			"remove-blank-lines, '\n a\n\u3000\n\t\nb\n\n', ' a\nb\n'", "remove-blank-lines, '\n\n', ''",
			"unique-lines, 'a\nA\na\n a\n', 'a\nA\n a\n'", "join-lines, 'a\r\nb\r\n\r\nc', 'a b  c'",
			"join-lines=, 'a\r\nb\r\n', 'ab\r\n'", "join-lines=%0A%0A, 'a\nb', 'a\n\nb'" })
	void linesAreTransformedOneByOne(String recipe, String text, String result) {
		assertThat(run(recipe, text)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "number-lines, `a\nb\r\nc`, `1  a\n2  b\r\n3  c`", "head=2, `a\r\nb\nc\n`, `a\r\nb\n`",
					"indent=1, `a\r\nb\n`, ` a\r\n b\n`", "wrap=1, `a b\r\nc\n`, `a\r\nb\r\nc\n`",
					"remove-blank-lines, `a\n\r\nb\r\n`, `a\nb\r\n`" })
	void eachLineKeepsItsOwnLineBreak(String recipe, String text, String result) {
		assertThat(run(recipe, text)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "sort-lines, `\uFEFFb\na\n`, `\uFEFFa\nb\n`", "dedent, `\uFEFF  a\n  b`, `\uFEFFa\nb`",
					"number-lines, `\uFEFFa`, `\uFEFF1  a`", "keep-lines=^a, `\uFEFFa`, `\uFEFFa`",
					"take=1, `\uFEFFab`, `\uFEFFa`", "unique-lines, `\uFEFFa\na\n`, `\uFEFFa\n`" })
	void aByteOrderMarkStaysAtTheFrontAndIsNoPartOfALine(String recipe, String text, String result) {
		assertThat(run(recipe, text)).isEqualTo(result);
	}

	@Test
	void aCarriageReturnAtTheEndOfALineStaysOutOfItsLineBreak() {
		assertThat(run("sort-lines", "b\na\r")).isEqualTo("a\r\r\nb");
	}

	// sort -s -n of GNU coreutils 9, with LC_ALL=C.UTF-8
	@Test
	void numbersAreSortedAsBySort() {
		String text = lines("10", "9", "-1", "-0", "0", " 5", "\t4", "+7", "1e3", ".5", "-.5", "0.50", "0.5", "007",
				"7", "abc", "", "- 3", "1,000", "1.5.2", "--2", "99999999999999999999", "99999999999999999998", "-3.25",
				"-3.3");
		assertThat(run("sort-lines=number", text)).isEqualTo(lines("-3.3", "-3.25", "-1", "-.5", "-0", "0", "+7", "abc",
				"", "- 3", "--2", ".5", "0.50", "0.5", "1e3", "1,000", "1.5.2", "\t4", " 5", "007", "7", "9", "10",
				"99999999999999999998", "99999999999999999999"));
		assertThat(run("sort-lines=number:descending", text)).isEqualTo(lines("99999999999999999999",
				"99999999999999999998", "10", "9", "007", "7", " 5", "\t4", "1.5.2", "1e3", "1,000", ".5", "0.50",
				"0.5", "-0", "0", "+7", "abc", "", "- 3", "--2", "-.5", "-1", "-3.25", "-3.3"));
	}

	private static String lines(String... lines) {
		return String.join("\n", lines) + "\n";
	}

	// sort -s -V
	@Test
	void naturalOrderIsThatOfVersions() {
		assertThat(run("sort-lines=natural",
				"f10\nf9\nf1\nf01\nf1a\nf10b\nimg12.png\nimg2.png\na-1.10\na-1.9\nv1.2.10\nv1.2.9\n"))
			.isEqualTo("a-1.9\na-1.10\nf1\nf01\nf1a\nf9\nf10\nf10b\nimg2.png\nimg12.png\nv1.2.9\nv1.2.10\n");
	}

	// cut, cat -s, sort | uniq -c | sort -s -rn, expand, sed -n 0~2p
	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', value = { "cut=2%2C1%2C4-:;, `a;b;c\nnone\nd;e;f;g\n`, `a;b\nnone\nd;e;g\n`",
			"squeeze-blank-lines, `a\n\n\n\nb\n\nc\n`, `a\n\nb\n\nc\n`",
			"count-lines, `a\nb\na\nc\nb\na\n`, `      3 a\n      2 b\n      1 c\n`",
			"expand-tabs, `a\tb\n\tc\nabcdefgh\td\nabc\tx\ty\n`, `a       b\n        c\nabcdefgh        d\nabc     x       y\n`",
			"expand-tabs=4, `a\tb\n\tc\nabcdefgh\td\nabc\tx\ty\n`, `a   b\n    c\nabcdefgh    d\nabc x   y\n`",
			"every-line=2, `1\n2\n3\n4\n5\n`, `2\n4\n`" })
	void linesAreThoseOfTheUsualTools(String recipe, String text, String result) {
		assertThat(run(recipe, text)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "sort-lines=length, `ccc\n\u00e9\u0301\nbb`, `\u00e9\u0301\nbb\nccc`",
					"sort-lines=text:ascending:ignore, `b\nA\na\nB`, `A\na\nb\nB`",
					"unique-lines=ignore, `a\nA\nb`, `a\nb`", "pad-lines=3, `a\nabcd`, `a  \nabcd`",
					"pad-lines=4:both, `a`, ` a  `", "split=%2C, `a,b\r\n`, `a\r\nb\r\n`",
					"strip-line-numbers, `1  a\n2.\tb\n3) c\n2024\n4:30`, `a\nb\nc\n2024\n4:30`",
					"keep-lines=o$, `go\nox\r\nno\r\n`, `go\nno\r\n`", "drop-lines=o$, `go\nox\n`, `ox\n`",
					"prefix-lines=-, `a\n\nb`, `-a\n-\n-b`", "suffix-lines=-, `a\r\nb`, `a-\r\nb-`" })
	void linesAreSelectedAndChanged(String recipe, String text, String result) {
		assertThat(run(recipe, text)).isEqualTo(result);
	}

}
