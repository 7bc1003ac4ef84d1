package dev.couplet.transform.library;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SourceCodeTransforms}, with the results of compilers and tools.
 */
class SourceCodeTransformsTests extends LibraryRunner {

	@Test
	void javaEscapingMakesItPrintableAscii() {
		assertThat(run("java-escape", "\"'\\\b\t\n\f\r\0\u007f")).isEqualTo("\\\"'\\\\\\b\\t\\n\\f\\r\\u0000\\u007F");
		assertThat(run("java-escape", "caf\u00e9 \ud83c\udf39 \u2028")).isEqualTo("caf\\u00E9 \\uD83C\\uDF39 \\u2028");
	}

	// as javac compiles them
	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			\\b\\t\\f\\s\\"\\'\\\\  | `\b\t\f "'\\`
			a\\nb\\rc              | `a\nb\rc`
			\\0\\7\\12\\101\\377    | `\0\u0007\nA\u00ff`
			\\400\\79\\1111         | ` 0\u00079I1`
			\\u0041\\uuuu0042       | AB
			\\ud83c\\udf39          | \ud83c\udf39
			\\\\u0041               | `\\u0041`
			\\\\\\u0041             | `\\A`
			\\u005cn                | `\n`
			\\u005c\\u005c          | `\\`
			\\u005cu0041            | refused
			"it's"                  | `"it's"`
			`a\\\nb`                | ab
			`a\\\r\nb`              | ab
			""")
	void javaUnescapingFollowsTheLanguage(String text, String result) {
		if (result.equals("refused")) {
			assertRefused("java-unescape", text, "no Java escape at character 1");
		}
		else {
			assertThat(run("java-unescape", text)).isEqualTo(result);
		}
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			a\\      | no Java escape at character 2; a backslash itself is written as two
			\\q      | no Java escape at character 1
			\\8      | no Java escape at character 1
			\\x41    | no Java escape at character 1
			ab\\u12g4 | no Java escape at character 3; \\u is followed by four hexadecimal digits
			\\u      | no Java escape at character 1
			\\u{41}  | no Java escape at character 1
			a\\ud83c | half of a surrogate pair, without the other half, at character 2
			a\\udf39 | half of a surrogate pair, without the other half, at character 2
			\\ud83ca\\udf39 | half of a surrogate pair, without the other half, at character 1
			\\udf39\\ud83c  | half of a surrogate pair, without the other half, at character 1
			\\ud83c\ud83c\udf39 | half of a surrogate pair, without the other half, at character 1
			""")
	void javaUnescapingRefusesWhatIsNotJava(String text, String reason) {
		assertRefused("java-unescape", text, reason);
	}

	@Test
	void javaScriptEscapingIsSafeInAllQuotesAndInHtml() {
		assertThat(run("javascript-escape", "'\"`${a}$ \\\b\t\n\u000b\f\r\0"))
			.isEqualTo("\\'\\\"\\`\\${a}$ \\\\\\b\\t\\n\\v\\f\\r\\x00");
		assertThat(run("javascript-escape", "</script><!--\u2028\u00e9\ud83c\udf39"))
			.isEqualTo("\\x3C/script>\\x3C!--\\u2028\\xE9\\uD83C\\uDF39");
	}

	// as Node.js evaluates them
	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			\\x41\\xe9\\u0041\\u{41}\\u{000000000041} | A\u00e9AAA
			\\u{1F339}\\ud83c\\udf39\\u{d83c}\\u{df39} | \ud83c\udf39\ud83c\udf39\ud83c\udf39
			a\\c\\'\\"\\$\\/                   | ac'"$/
			\\b\\t\\v\\f\\0                           | `\b\t\13\f\0`
			\\0a\\\ud83c\udf39                        | `\0a\ud83c\udf39`
			\\u{0}\\u{10FFFF}                         | `\0\udbff\udfff`
			""")
	void javaScriptUnescapingFollowsTheLanguage(String text, String result) {
		assertThat(run("javascript-unescape", text)).isEqualTo(result);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r", "\r\n", "\u2028", "\u2029" })
	void javaScriptUnescapingContinuesALine(String lineEnd) {
		assertThat(run("javascript-unescape", "a\\" + lineEnd + "b" + lineEnd)).isEqualTo("ab" + lineEnd);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			a\\       | no JavaScript escape at character 2; a backslash itself is written as two
			\\1       | no JavaScript escape at character 1; octal escapes are not allowed
			a\\01     | no JavaScript escape at character 2; octal
			\\09      | no JavaScript escape at character 1; octal
			\\8       | no JavaScript escape at character 1; octal
			\\x4      | no JavaScript escape at character 1; \\x is followed by two hexadecimal digits
			\\u12g4   | no JavaScript escape at character 1
			\\u{}     | no JavaScript escape at character 1; between
			\\u{41    | no JavaScript escape at character 1
			\\u{g}    | no JavaScript escape at character 1
			\\u{41424344} | no JavaScript escape at character 1
			a\\u{110000} | an escape of a number over 10FFFF at character 2
			\\ud83c\\u{1F339} | half of a surrogate pair, without the other half, at character 1
			a\\ud83c  | half of a surrogate pair, without the other half, at character 2
			a\\u{df39} | half of a surrogate pair, without the other half, at character 2
			""")
	void javaScriptUnescapingRefusesWhatIsNotJavaScript(String text, String reason) {
		assertRefused("javascript-unescape", text, reason);
	}

	// RFC 4180, section 2
	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			moon    | moon
			a b;c   | a b;c
			a,b     | "a,b"
			b"bb    | "b""bb"
			`"`     | `""\""`
			`a\nb`  | `"a\nb"`
			`a\rb`  | `"a\rb"`
			it's    | it's
			\uFEFFa,b | \uFEFF"a,b"
			""")
	void csvEscapingQuotesWhereItHasTo(String text, String field) {
		assertThat(run("csv-escape", text)).isEqualTo(field);
	}

	@Test
	void sqlEscapingDoublesSingleQuotes() {
		assertThat(run("sql-escape", "it''s 'late' \\\"")).isEqualTo("it''''s ''late'' \\\"");
	}

	// shlex.quote of Python
	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			``         | ''
			moon       | moon
			-rf        | -rf
			@%+=:,./-_ | @%+=:,./-_
			it's late  | 'it'"'"'s late'
			a b        | 'a b'
			~          | '~'
			*          | '*'
			\u00e9     | '\u00e9'
			$HOME      | '$HOME'
			"          | '"'
			\\         | '\\'
			`a\nb`     | `'a\nb'`
			""")
	void shellQuotingMakesOneWord(String text, String quoted) {
		assertThat(run("shell-quote", text)).isEqualTo(quoted);
	}

	@Test
	void shellQuotingRefusesTheNullCharacter() {
		assertRefused("shell-quote", "\ud83c\udf39a\0",
				"a null character, which no argument of a command can have, at character 3");
	}

	// cat -v of GNU coreutils 9.1
	@Test
	void caretNotationIsThatOfCat() {
		String text = "a\0b\u0001\t\n\r\u001b\u007f^M-\u0080\u0089\u008a\u009f\u00a0\u00e9\u07ff\u0780\u263e\ud83c\udf39";
		assertThat(run("caret-encode", text))
			.isEqualTo("a^@b^A\t\n^M^[^?^M-M-BM-^@M-BM-^IM-BM-^JM-BM-^_M-BM- M-CM-)M-_M-?M-^M-^@M-bM-^XM->"
					+ "M-pM-^_M-^LM-9");
		assertThat(run("caret-encode", "\u079e\u00de\u07df")).isEqualTo("M-^M-^^M-CM-^^M-_M-^_");
	}

	@Test
	void caretNotationIsDecoded() {
		StringBuilder text = new StringBuilder();
		for (int character = 0; character <= Character.MAX_CODE_POINT; character += (character < 0x900) ? 1 : 97) {
			if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
				text.appendCodePoint(character).append(' ');
			}
		}
		text.append("\ue000\uffff\udbff\udfff");
		String each = text.toString().replace("^", "").replace("M", "");
		assertThat(run("caret-encode,caret-decode", each)).isEqualTo(each);
		assertThat(run("caret-encode,caret-decode", each.replace(" ", ""))).isEqualTo(each.replace(" ", ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "M-theory", "2^3", "^", "M-", "M-C", "M-CM-", "M-CM-A", "M-CM-@", "M-CM-^", "M-CM-^?",
			"M-@M-^@", "M-`M-^@M-^@", "M-mM- M-^@", "M-mM-?M-?", "M-xM-^@M-^@M-^@M-^@", "M-uM-^@M-^@M-^@",
			"M-tM-^PM-^@M-^@", "M-i", "M-\u00e9", "^a", "^\u00e9", "M-^A", "caf\u00e9" })
	void caretDecodingKeepsWhatIsNoCharacter(String text) {
		// the caret of an incomplete character is one itself
		assertThat(run("caret-decode", text)).isEqualTo(
				text.replace("^@", "\0").replace("^A", "\u0001").replace("^P", "\u0010").replace("^?", "\u007f"));
	}

}
