package dev.couplet.transform.library;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.couplet.transform.Utf8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Mojibake}.
 */
@Execution(ExecutionMode.CONCURRENT)
class MojibakeTests extends LibraryRunner {

	private static final String WINDOWS = "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039"
			+ "\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153"
			+ "\u009d\u017e\u0178";

	// those with letters of windows-1252
	private static final List<String> LANGUAGES = List.of("af", "br", "ca", "cs", "cy", "da", "de", "en", "es", "et",
			"eu", "fi", "fo", "fr", "ga", "gl", "gsw", "hr", "hu", "is", "it", "lb", "lt", "lv", "mt", "nb", "nl", "nn",
			"pl", "pt", "rm", "ro", "sk", "sl", "sq", "sv", "tr", "vi", "wo");

	private static final List<String> AROUND = List.of("%s", "%s\u2026", "\u201c%s\u201d", "\u201e%s\u201c",
			"%s\u2019s", "\u00ab\u00a0%s\u00a0\u00bb", "%s\u00a0%%", "%s\u2014%s", "%s\u2013\u201c%s\u201d", "%s\u2122",
			"%s\u00b2", "%s\u00a0\u20ac", "\u2018%s\u2019\u2013", "%s\u2026\u201d\u2014", "\u203a%s\u2039", "%s\u2020",
			"\u00bf%s?", "%s\u00a0\u2013 %s");

	private static String broken(String text) {
		StringBuilder result = new StringBuilder();
		for (byte octet : Utf8.encode(text)) {
			int value = octet & 0xFF;
			result.append((value >= 0x80 && value < 0xA0) ? WINDOWS.charAt(value - 0x80) : (char) value);
		}
		return result.toString();
	}

	private static String brokenInLatin1(String text) {
		return new String(Utf8.encode(text), StandardCharsets.ISO_8859_1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "caf\u00e9", "na\u00efve caf\u00e9", "\u00e0 la carte", "d\u00e9j\u00e0 vu",
			"\u00c5ngstr\u00f6m", "L\u2019\u00c9cole", "\u201cquoted\u201d \u2014 it\u2019s",
			"10\u20ac \u00a35 \u00b0C", "\u043f\u0440\u0438\u0432\u0435\u0442 \u0432 \u0434\u043e\u043c",
			"\u4f60\u597d\u4e16\u754c", "\u65e5\u672c\u8a9e", "\ud55c\uad6d\uc5b4", "\u05e9\u05dc\u05d5\u05dd",
			"\u0633\u0644\u0627\u0645", "s\u0105 by\u0142", "ZA\u017b\u00d3\u0141\u0106", "\u2192 \u2713 \u25a0 \u25cf",
			"\ud83d\ude00", "\u039a\u03b1\u03bb\u03b7\u03bc\u03ad\u03c1\u03b1", "M\u00dcNCHEN", "\u0e01\u0e27\u0e35",
			"\u00ab bonjour \u00bb", "P\u0159\u00edli\u0161 \u017elu\u0165ou\u010dk\u00fd k\u016f\u0148",
			"\u20ac\u2122\u00a9\u00ae" })
	void mendsAsOftenAsItHappened(String text) {
		String windows = text;
		String latin1 = text;
		for (int times = 0; times < 5; times++) {
			assertThat(run("fix-mojibake", windows)).as("%d times", times).isEqualTo(text);
			assertThat(run("fix-mojibake", latin1)).as("%d times", times).isEqualTo(text);
			windows = broken(windows);
			latin1 = brokenInLatin1(latin1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "na\u00efve caf\u00e9", "\u00c3", "\u201c\u00c3\u201d", "\u00c3 and \u00c2",
			"Spa\u00df\u201c", "\u00ab d\u00e9j\u00e0\u00a0\u00bb \u00ab caf\u00e9\u00a0\u00bb", "\u00e9\u00a0\u00bb",
			"BEYONC\u00c9\u2019S", "KR\u00cd\u017d", "JE\u017d\u00cd\u0160", "\u00da\u017easn\u00e9",
			"Tom\u00e1\u0161\u2019s", "Tom\u00e1\u0161\u2026", "AMANH\u00c3\u201d", "5 \u00c5\u00b10.2",
			"3\u00d7\u00bd", "\u00d8\u00b10.1", "pay\u00e9\u00a0\u20ac5", "\u00e9t\u00e9\u2026\u201d\u2014",
			"\u00c9\u2026", "\u041f\u0440\u0438\u0432\u0435\u0442", "\u65e5\u672c\u8a9e",
			"cri\u00e9\u00a0\u201cSalut\u201d", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\u00f4\u0090\u0080\u0080",
			"\u00e2\u201a", "\u00f0\u0178\u02dc" })
	void leavesCorrectTextUnchanged(String text) {
		assertThat(run("fix-mojibake", text)).isEqualTo(text);
	}

	static Stream<Locale> languages() {
		return LANGUAGES.stream().map(Locale::forLanguageTag);
	}

	@ParameterizedTest
	@MethodSource("languages")
	void leavesTheWordsOfALanguageUnchanged(Locale language) {
		List<String> names = Stream
			.concat(Arrays.stream(Locale.getISOLanguages()).map(Locale::of),
					Arrays.stream(Locale.getISOCountries()).map((country) -> Locale.of("", country)))
			.map((named) -> named.getDisplayName(language))
			.filter((name) -> !Utf8.isAscii(name))
			.toList();
		for (String around : AROUND) {
			for (String name : names) {
				String text = around.formatted(name, name);
				assertThat(Mojibake.mend(text)).isEqualTo(text);
				assertThat(Mojibake.mend(text.toUpperCase(language))).isEqualTo(text.toUpperCase(language));
			}
		}
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			na\u00efve caf\u00c3\u00a9, na\u00efve caf\u00e9
			\u65e5\u672c\u8a9e \u00c3\u00a9t\u00c3\u00a9, \u65e5\u672c\u8a9e \u00e9t\u00e9
			\u00e2\u20ac\u0153Spa\u00df\u201c, \u201cSpa\u00df\u201c
			""")
	void mendsTheRunsOfAMixedLine(String text, String mended) {
		assertThat(run("fix-mojibake", text)).isEqualTo(mended);
	}

	@Test
	void aLineOfNothingElseIsMendedAsAWhole() {
		assertThat(run("fix-mojibake", broken("\u043c\u043e\u0440\u0435 \u0432 \u043d\u043e\u0447\u0438")))
			.isEqualTo("\u043c\u043e\u0440\u0435 \u0432 \u043d\u043e\u0447\u0438");
		assertThat(run("fix-mojibake", "\u00d0\u00b2")).isEqualTo("\u00d0\u00b2");
	}

	@Test
	void everyLineIsMendedByItself() {
		assertThat(run("fix-mojibake", "\u00c9\u2026\r\ncaf\u00c3\u00a9\n\u00c9\u2026\n"))
			.isEqualTo("\u00c9\u2026\r\ncaf\u00e9\n\u00c9\u2026\n");
		assertThat(run("fix-mojibake", "\ufeffcaf\u00c3\u00a9")).isEqualTo("\ufeffcaf\u00e9");
		assertThat(run("fix-mojibake", "\u00ef\u00bb\u00bfcaf\u00c3\u00a9")).isEqualTo("\ufeffcaf\u00e9");
	}

}
