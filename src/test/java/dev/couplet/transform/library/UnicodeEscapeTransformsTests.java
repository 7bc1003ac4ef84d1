package dev.couplet.transform.library;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UnicodeEscapeTransforms}.
 */
class UnicodeEscapeTransformsTests extends LibraryRunner {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			java | po\\u00E8me \\uD83C\\uDF39\\u0000
			rust | po\\u{e8}me \\u{1f339}\\u{0}
			css  | `po\\e8 me \\1f339 \\0 `
			U+   | poU+00E8me U+1F339U+0000
			""")
	void eachStyleWritesCharactersThatAreNotPrintableAscii(String style, String escaped) {
		assertThat(run("unicode-escape=" + style, "po\u00e8me \ud83c\udf39\0")).isEqualTo(escaped);
		assertThat(run("unicode-unescape", escaped)).isEqualTo("po\u00e8me \ud83c\udf39\0");
	}

	@Test
	void javaIsTheDefaultAndLinesStay() {
		assertThat(run("unicode-escape", "\u00e9\t\r\n\\n\u007f")).isEqualTo("\\u00E9\t\r\n\\n\\u007F");
	}

	@ParameterizedTest
	@ValueSource(strings = { "java", "rust", "css", "U+" })
	void textsThatLookLikeEscapesAreRestored(String style) {
		for (String text : new String[] { "\\u0041", "\\u", "\\u{41}", "\\e9 x", "\\bar", "C:\\new", "U+0041", "U+",
				"CPU+FADE", "\\\u00e9", "\\U+00e9", "\u00e91", "\u00e9 1", "\u00e9\r\nb", "\u00e9\\a", "\ud83c\udf39F",
				"\udbff\udfff0", "U+\u00e9", "\\u\u00e9", "\u00e9U+1234" }) {
			String escaped = run("unicode-escape=" + style, text);
			assertThat(escaped).matches("[\\t\\r\\n -~]*");
			assertThat(run("unicode-unescape", escaped)).as(text).isEqualTo(text);
		}
	}

	@Test
	void aDigitDoesNotBecomePartOfTheNumberBefore() {
		assertThat(run("unicode-escape=U+", "\u00e9a\u00e9g")).isEqualTo("U+0000E9aU+00E9g");
		assertThat(run("unicode-escape=css", "\u00e9a")).isEqualTo("\\e9 a");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			\\u00e9\\u{E9}\\e9 U+00E9 | \u00e9\u00e9\u00e9\u00e9
			\\ud83c\\udf39            | \ud83c\udf39
			\\u{10FFFF}\\u{0041}      | \udbff\udfffA
			\\1F339\\41  b            | `\ud83c\udf39A b`
			`\\41\r\nb\\41\n\\41\t`   | AbAA
			\\0000411                 | A1
			U+1F339U+000041U+00411    | \ud83c\udf39A\u0411
			U+041 u+0041 \\n \\\\ U+  | `U+041 u+0041 \\n \\\\ U+`
			\\U0041 \\x41             | `\\U0041 \\x41`
			""")
	void unescapingReadsAllStylesAtOnce(String text, String result) {
		assertThat(run("unicode-unescape", text)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			a\\u00e   | no Unicode escape at character 2; \\u is followed by four hexadecimal digits
			\\user    | no Unicode escape at character 1
			\\u{}     | no Unicode escape at character 1; between \\u{ and } are one to six
			\\u{41    | no Unicode escape at character 1
			\\u{0000041} | no Unicode escape at character 1
			a\\ud83c  | half of a surrogate pair, without the other half, at character 2
			a\\ud83cb | half of a surrogate pair, without the other half, at character 2
			\\udf39   | half of a surrogate pair, without the other half, at character 1
			\\ud83c\\u{41} | half of a surrogate pair, without the other half, at character 1
			a\\u{d83c}\\u{df39} | half of a surrogate pair, without the other half, at character 2
			\ud83c\udf39\\d83c  | half of a surrogate pair, without the other half, at character 2
			U+D83CU+DF39 | half of a surrogate pair, without the other half, at character 1
			aU+110000 | an escape of a number over 10FFFF at character 2
			\\u{110000} | an escape of a number over 10FFFF at character 1
			\\ffffff  | an escape of a number over 10FFFF at character 1
			""")
	void unescapingRefusesWhatIsNoCharacter(String text, String reason) {
		assertRefused("unicode-unescape", text, reason);
	}

}
