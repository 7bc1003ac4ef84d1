package dev.couplet.transform.library;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WhiteSpaceTransforms}.
 */
class WhiteSpaceTransformsTests extends LibraryRunner {

	@ParameterizedTest
	@CsvSource({ "trim, '\u3000\u00a0\t\r\n\u2028 a b \u0085', 'a b'", "trim, ' \t\n', ''",
			"trim, '\u200ba\u200b', '\u200ba\u200b'", "collapse-whitespace, ' a\u00a0\u3000b\r\n\r\nc ', ' a b c '" })
	void whiteSpaceIsThatOfUnicode(String recipe, String text, String result) {
		assertThat(run(recipe, text)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "trim-lines, ` a \r\n\tb`, `a\r\nb`", "strip-whitespace, ` a\u00a0b\r\n`, `ab`",
					"unwrap, `a\n b \n\n c`, `a b\n\n c`", "line-endings=crlf, `a\nb\r\nc\rd`, `a\r\nb\r\nc\r\nd`",
					"line-endings=cr, `a\nb`, `a\rb`",
					"strip-ansi, `\u001B]8;;http://a\u001B\\x\u001B]8;;\u0007\u001B(By\u009b31mz`, `xyz`",
					"strip-ansi, `a\u001B]never closed`, `anever closed`",
					"strip-invisible, `a\u200b\u0000\u202e\t\u00ad\n`, `a\t\n`",
					"strip-invisible, `\ud83d\udc69\u200d\ud83d\udc67\u200d`, `\ud83d\udc69\u200d\ud83d\udc67`",
					"strip-invisible, `1\ufe0f2 1\ufe0f\u20e3 #\u200d\u2764\ufe0f`, `12 1\ufe0f\u20e3 #\u2764\ufe0f`",
					"strip-bom, `\uFEFFa\uFEFF`, `a\uFEFF`" })
	void whiteSpaceAndInvisibleCharactersAreRemoved(String recipe, String text, String result) {
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

	@Test
	void wrapKeepsWhatIsNotWhiteSpaceInUnicode() {
		assertThat(run("wrap=4", "aaa \u001F bbb")).contains("\u001F");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "trim, `\uFEFF  a `, `\uFEFFa`", "collapse-whitespace, `\uFEFF  a`, `\uFEFF a`",
					"trim-lines, `\uFEFF a`, `\uFEFFa`", "wrap=1, `\uFEFFab`, `\uFEFFa\nb`",
					"expand-tabs=2, `\uFEFF\ta`, `\uFEFF  a`", "unwrap, `\uFEFF a\nb`, `\uFEFFa b`" })
	void aByteOrderMarkStaysAtTheFrontAndIsNotSeen(String recipe, String text, String result) {
		assertThat(run(recipe, text)).isEqualTo(result);
	}

}
