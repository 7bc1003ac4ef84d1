package dev.couplet.transform.library;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LineTransforms}.
 */
class LineTransformsTests extends LibraryRunner {

	@ParameterizedTest
	@CsvSource({ "trim, '\u3000\u00a0\t\r\n\u2028 a b \u0085', 'a b'", "trim, ' \t\n', ''",
			"trim, '\u200ba\u200b', '\u200ba\u200b'", "collapse-whitespace, ' a\u00a0\u3000b\r\n\r\nc ', ' a b c '" })
	void whiteSpaceIsThatOfUnicode(String recipe, String text, String result) {
		assertThat(run(recipe, text)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource({ "'c\nb\na', 'a\nb\nc'", "'c\nb\na\n', 'a\nb\nc\n'", "'c\r\nb\r\na\r\n', 'a\r\nb\r\nc\r\n'",
			"'c\r\nb\na', 'a\r\nb\r\nc'", "'c\nb\r\na', 'a\nb\nc'", "'a', 'a'", "'\n', '\n'", "'b\n\n', '\nb\n'",
			"'b\ra', 'b\ra'", "'b\u2028a\u0085\u000b', 'b\u2028a\u0085\u000b'" })
	void lineBreaksAreThoseOfTheText(String text, String sorted) {
		assertThat(run("sort-lines", text)).isEqualTo(sorted);
	}

	@Test
	void emptyLastLineIsKept() {
		assertThat(run("reverse-lines", "\na")).isEqualTo("a\n\n");
		assertThat(run("head=1", "\na")).isEqualTo("\n");
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
			"dedent, '\u00a0a', '\u00a0a'", "indent, 'a\n\n \nb\r\n', '    a\n\n \n    b\n'", "indent=0, 'a', 'a'",
			"number-lines, 'a\n\nb', '1  a\n2  \n3  b'", "number-lines=0, 'a', '0  a'",
			"number-lines=1000000, 'a\nb', '1000000  a\n1000001  b'",
			"remove-blank-lines, '\n a\n\u3000\n\t\nb\n\n', ' a\nb\n'", "remove-blank-lines, '\n\n', ''",
			"unique-lines, 'a\nA\na\n a\n', 'a\nA\n a\n'", "join-lines, 'a\r\nb\r\n\r\nc', 'a b  c'",
			"join-lines=, 'a\r\nb\r\n', 'ab\r\n'", "join-lines=%0A%0A, 'a\nb', 'a\n\nb'" })
	void linesAreTransformedOneByOne(String recipe, String text, String result) {
		assertThat(run(recipe, text)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource({ "5, 'ab cd ef', 'ab cd\nef'", "4, 'ab cd ef', 'ab\ncd\nef'", "5, 'ab cd\n', 'ab cd\n'",
			"2, 'abcde f', 'ab\ncd\ne\nf'", "3, 'a abcde f', 'a\nabc\nde\nf'", "3, 'ab  cd', 'ab\ncd'",
			"8, 'ab  cd', 'ab  cd'", "3, '  abcd', 'abc\nd'", "4, '  ab cd', '  ab\ncd'", "3, 'abc   ', 'abc'",
			"2, '    ', '\n'", "3, 'ab\ncd ef\n\ngh\n', 'ab\ncd\nef\n\ngh\n'",
			"3, 'ab cd\r\nef gh', 'ab\r\ncd\r\nef\r\ngh'", "3, 'a\u00a0b c', 'a\u00a0b\nc'", "1, 'ab', 'a\nb'" })
	void wrapBreaksAtWhiteSpace(String width, String text, String result) {
		assertThat(run("wrap=" + width, text)).isEqualTo(result);
	}

	@Test
	void wrapCountsGraphemeClustersAndSplitsNone() {
		String family = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";
		String flag = "\ud83c\uddeb\ud83c\uddf7";
		String syllable = "\u1112\u1161\u11ab";
		String accented = "e\u0301\u0323";
		for (String cluster : List.of(family, flag, syllable, accented)) {
			assertThat(run("wrap=2", cluster.repeat(5)))
				.isEqualTo(cluster.repeat(2) + "\n" + cluster.repeat(2) + "\n" + cluster);
		}
		assertThat(run("wrap=3", "a \u0301b c")).isEqualTo("a \u0301b\nc");
	}

}
