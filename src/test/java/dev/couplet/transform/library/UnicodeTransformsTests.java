package dev.couplet.transform.library;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;
import dev.couplet.transform.BuiltInTransforms;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.Value;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link UnicodeTransforms}.
 */
@Execution(ExecutionMode.CONCURRENT)
class UnicodeTransformsTests extends LibraryRunner {

	private static final Transliterator ANY_LATIN = Transliterator.getInstance("Any-Latin");

	@ParameterizedTest
	@ValueSource(strings = { "to-latin", "to-ascii", "slugify", "confusables-skeleton" })
	void aResultOverTheLimitIsRefusedWithTheLimitOfTheSettings(String recipe) {
		TransformService small = BuiltInTransforms.service(1000);
		assertThatExceptionOfType(ValueTooLargeException.class)
			.isThrownBy(() -> small.transform(recipe, Value.of("\uFDFA\u2A74".repeat(166))))
			.withMessageContaining("over the limit of 1000 bytes");
	}

	@ParameterizedTest
	@CsvSource({ "\u00e9\u00f1\u1ebf, ene", "e\u0301, e", "\u03ac\u0439\u0451, \u03b1\u0438\u0435",
			"\u00f8\u0142\u00df, \u00f8\u0142\u00df", "\u2260, \u2260", "\u30ac, \u30ac",
			"\u0939\u093f\u0928\u094d\u0926\u0940, \u0939\u093f\u0928\u094d\u0926\u0940",
			"\u0e20\u0e32\u0e29\u0e32, \u0e20\u0e32\u0e29\u0e32", "\ud55c, \ud55c", "\u0301, ''" })
	void stripAccentsRemovesOnlyAccents(String text, String result) {
		assertThat(run("strip-accents", text)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource({ "\u4f60\u597d, n\u01d0 h\u01ceo",
			"\u4f60\u597d\uff0c\u4e16\u754c\u3002, 'n\u01d0 h\u01ceo, sh\u00ec ji\u00e8.'",
			"\u91cd\u5e86, ch\u00f3ng q\u00ecng", "\u91cd, zh\u00f2ng", "hello\u4f60\u597d, hello n\u01d0 h\u01ceo",
			"\ud83c\udf39, \ud83c\udf39", "\u043f\u0440\u0438\u0432\u0435\u0442, privet",
			"\ud55c\uad6d\uc5b4, hangug-eo", "\u3053\u3093\u306b\u3061\u306f, kon'nichiha",
			"\u4eba\u3005, r\u00e9n\u3005", "\ud82c\udcd6\u309d, \ud82c\udcd6", "\ud840\udc02, \ud840\udc02",
			"poem, poem" })
	void anyScriptIsTransliterated(String text, String result) {
		assertThat(run("to-latin", text)).isEqualTo(result);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u4f60\u597d\uff0c\u4e16\u754c\u3002\u8bd7\u6b4c\uff01", "\u5927\u5bb6abc\u597d 1\u4f60",
			"\u0441\u0442\u0438\u0445", "\u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2",
			"\u0393\u03ac\u03b3\u03b3\u03b7\u03c2; \u039d\u03b1\u03af", "\u0e20\u0e32\u0e29\u0e32\u0e44\u0e17\u0e22",
			"\u0939\u093f\u0928\u094d\u0926\u0940 \u0964", "\u05e9\u05dc\u05d5\u05dd", "\u3007\u4e00\u4e8c",
			"\u85cf\u6587 \u79d8\u9c81", "\uff21\uff42\uff43", "abc\u3002", "\u304d\u3083\u304f",
			"\u6f22\u5b57\u3092\u8aad\u3080\u3002", "\u3042\u309d", "\uff76\uff9e\u30fc", "\ud55c\uad6d \u97d3\u570b" })
	void toLatinMatchesIcu(String text) {
		assertThat(run("to-latin", text)).isEqualTo(ANY_LATIN.transliterate(text));
		for (String separator : List.of("", " ", ". ", "\n", "abc")) {
			String repeated = (text + separator).repeat(200);
			assertThat(run("to-latin", repeated)).isEqualTo(ANY_LATIN.transliterate(repeated));
		}
	}

	@Test
	void toLatinTransliteratesARunAsAWholeHoweverLongItIs() {
		for (int length = 1; length < 600; length++) {
			assertThat(run("to-latin", "\u3042".repeat(length) + "\u304d\u3083\u304f"))
				.isEqualTo("a".repeat(length) + "kyaku");
		}
		assertThat(run("to-latin", "\u3042".repeat(100_000) + "\u304d\u3083\u304f"))
			.isEqualTo("a".repeat(100_000) + "kyaku");
		assertThat(run("slugify", "\u3042".repeat(255) + "\u304d\u3083\u304f")).isEqualTo("a".repeat(255) + "kyaku");
	}

	@Test
	void manyRoughBreathingsInOneRowAreRefusedWithARecipeThatHelps() {
		String row = "\u1f51".repeat(300);
		assertThat(run("to-latin", row)).isEqualTo("h".repeat(300) + "y" + "u".repeat(299));
		assertThatExceptionOfType(ValueRefusedException.class).isThrownBy(() -> run("to-latin", row.repeat(3)))
			.withMessageContaining("put nfd,replace=%CC%94: first");
		assertThat(run("nfd,replace=%CC%94:,to-latin", row.repeat(3))).isEqualTo("y" + "u".repeat(899));
	}

	@Test
	void toLatinMatchesIcuWhereverARuleMatchesInALongRun() {
		Random random = new Random(12);
		for (UnicodeSet script : scripts()) {
			StringBuilder end = new StringBuilder();
			random.ints(12, 0, script.size()).forEach((index) -> end.appendCodePoint(script.charAt(index)));
			String first = Character.toString(script.charAt(random.nextInt(script.size())));
			for (int length : new int[] { 1, 2, 127, 253, 254, 255, 256, 257, 511, 512, 1000, 1023 }) {
				String text = first.repeat(length) + end;
				assertThat(run("to-latin", text)).as(text).isEqualTo(ANY_LATIN.transliterate(text));
			}
		}
	}

	@Test
	void toLatinIsTheSameInManyThreads() {
		List<String> texts = scripts().stream().map((script) -> {
			StringBuilder text = new StringBuilder();
			new Random(13).ints(300, 0, script.size()).forEach((index) -> text.appendCodePoint(script.charAt(index)));
			return text.toString();
		}).toList();
		List<String> alone = texts.stream().map((text) -> run("to-latin", text)).toList();
		for (int i = 0; i < 5; i++) {
			assertThat(texts.parallelStream().map((text) -> run("to-latin", text)).toList()).isEqualTo(alone);
		}
	}

	@Test
	void toLatinMatchesIcuForEveryScript() {
		Random random = new Random(7);
		List<UnicodeSet> scripts = scripts();
		UnicodeSet common = new UnicodeSet("[[[:Zyyy:][:Zinh:]]-[:Cc:]-[:Cs:]-[\u3031-\u3035]]");
		for (int i = 0; i < 3_000; i++) {
			StringBuilder text = new StringBuilder();
			UnicodeSet script = scripts.get(random.nextInt(scripts.size()));
			while (text.length() < 60) {
				script = (random.nextInt(12) == 0) ? scripts.get(random.nextInt(scripts.size())) : script;
				UnicodeSet characters = (random.nextInt(5) == 0) ? common : script;
				text.appendCodePoint(characters.charAt(random.nextInt(characters.size())));
			}
			assertThat(run("to-latin", text.toString())).as(text.toString())
				.isEqualTo(ANY_LATIN.transliterate(text.toString()));
		}
	}

	@Test
	@Tag("slow")
	void toLatinMatchesIcuForLongTextsThatAreSplitAtLineFeeds() {
		Random random = new Random(8);
		for (UnicodeSet script : scripts()) {
			StringBuilder text = new StringBuilder();
			while (text.length() < 12_000) {
				int length = 1 + random.nextInt(4);
				for (int i = 0; i < length; i++) {
					text.appendCodePoint(script.charAt(random.nextInt(script.size())));
				}
				text.append("\n");
			}
			String marked = text + "\u0301\n\u0301.\n ;\n".repeat(300) + text;
			assertThat(run("to-latin", marked)).isEqualTo(ANY_LATIN.transliterate(marked));
		}
	}

	// without iteration marks, for which ICU outputs halves of surrogate pairs or a
	// circled digit
	private static List<UnicodeSet> scripts() {
		return IntStream.rangeClosed(0, UCharacter.getIntPropertyMaxValue(UProperty.SCRIPT))
			.filter((script) -> script != UScript.COMMON && script != UScript.INHERITED)
			.mapToObj((script) -> new UnicodeSet().applyIntPropertyValue(UProperty.SCRIPT, script)
				.removeAll(new UnicodeSet("[[:Cs:]\u3005\u309D\u309E\u30FD\u30FE]")))
			.filter((characters) -> !characters.isEmpty())
			.toList();
	}

	@ParameterizedTest
	@CsvSource({ "\u00e9\u00c6\u00df\u00f8, eAEsso", "\u4f60\u597d, ni hao", "\u201ca\u201d\u2026\u2014, '\"a\"...-'",
			"\ud83c\udf39\u263e, ??", "\u0301, ?", "a\u0301\u0323, a", "\ud835\udc00, A", "\u2665\ufe0f, ?",
			"\ud83d\udc68\u200d\ud83d\udc69, ?", "\ud83d\udc4b\ud83c\udffd, ?", "1\ufe0f\u20e3, 1",
			"so\u00adft a\u200cb, soft ab", "\u10e1\u1ca1, sS", "\u2103\u20ac, CEUR",
			"\u043f\u043e\u0434\u044a\u0435\u0437\u0434, podezd", "a\u3000\u2003b, a  b", "a\u2028b, 'a\nb'",
			"\ud81b\udec0, ?", "\ufeffa, a", "'\u0001\u007f', '\u0001\u007f'" })
	void charactersWithoutAsciiFormBecomeQuestionMarks(String text, String result) {
		assertThat(run("to-ascii", text)).isEqualTo(result);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0x0, 0x3000, 0x10000, 0x1D400, 0x20000, 0x30000, 0xE0000, 0xF0000, 0x10FF00 })
	void toAsciiAlwaysReturnsAscii(int first) {
		StringBuilder text = new StringBuilder();
		for (int character = first; character < first + 256; character++) {
			text.appendCodePoint(character);
		}
		assertThat(run("to-ascii", text.toString())).matches("[\\x00-\\x7F]*");
	}

	// ICU's de-ASCII for German, and ICAO 9303 for the others
	@ParameterizedTest
	@CsvSource({ "de, \u00c4rger \u00c4RGER \u00d6l \u00fc\u00df, Aerger AERGER Oel uess", "de, U\u0308ber, Ueber",
			"de, \u00e5\u00e9, ae", "da, \u00c5rhus \u00c5RHUS \u00c6r\u00f8, Aarhus AARHUS Aeroe",
			"nb, bl\u00e5b\u00e6r, blaabaer", "sv, \u00c5ngstr\u00f6m, Aangstroem", "none, \u00e5\u00e4\u00f6, aao" })
	void toAsciiWritesTheLettersOfALanguage(String language, String text, String result) {
		assertThat(run("to-ascii=" + language, text)).isEqualTo(result);
	}

	@Test
	void toAsciiMatchesDeAsciiOfIcuForGerman() {
		Transliterator deAscii = Transliterator.getInstance("de-ASCII");
		Random random = new Random(9);
		String letters = "aBc\u00c4\u00e4\u00d6\u00f6\u00dc\u00fc\u00df\u0308Ou\u00e9";
		for (int i = 0; i < 2000; i++) {
			StringBuilder text = new StringBuilder("x");
			random.ints(12, 0, letters.length()).forEach((index) -> text.append(letters.charAt(index)));
			assertThat(run("to-ascii=de", text.toString())).as(text.toString())
				.isEqualTo(deAscii.transliterate(Normalizer2.getNFCInstance().normalize(text)));
		}
	}

	@Test
	void widthsAreThoseOfIcu() {
		Transliterator full = Transliterator.getInstance("Halfwidth-Fullwidth");
		Transliterator half = Transliterator.getInstance("Fullwidth-Halfwidth");
		UnicodeSet characters = new UnicodeSet("[[ -\u00FF][\u3000-\u31FF][\uFF00-\uFFEF]\u20A9\uFF9E\uFF9F]");
		Random random = new Random(10);
		for (int i = 0; i < 2000; i++) {
			StringBuilder text = new StringBuilder();
			for (int j = 0; j < 30; j++) {
				text.appendCodePoint((random.nextInt(4) == 0) ? '\uFF9E' + random.nextInt(2)
						: characters.charAt(random.nextInt(characters.size())));
			}
			assertThat(run("fullwidth", text.toString())).isEqualTo(full.transliterate(text.toString()));
			assertThat(run("halfwidth", text.toString())).isEqualTo(half.transliterate(text.toString()));
		}
	}

	@Test
	void skeletonsAreThoseOfIcu() {
		SpoofChecker checker = new SpoofChecker.Builder().build();
		Random random = new Random(11);
		UnicodeSet characters = new UnicodeSet("[[:Any:]-[:Cs:]-[:Cn:]-[:Co:]-[\\U00040000-\\U0010FFFF]]");
		for (int i = 0; i < 3000; i++) {
			StringBuilder text = new StringBuilder();
			random.ints(20, 0, characters.size()).forEach((index) -> text.appendCodePoint(characters.charAt(index)));
			assertThat(run("confusables-skeleton", text.toString())).as(text.toString())
				.isEqualTo(checker.getSkeleton(text));
		}
	}

	// from UnicodeData.txt and Scripts.txt
	@ParameterizedTest
	@CsvSource({ "a, 'U+0061\tLATIN SMALL LETTER A\tLatin\tLl'", "'\n', 'U+000A\tLINE FEED (LF)\tCommon\tCc'",
			"\uac01, 'U+AC01\tHANGUL SYLLABLE GAG\tHangul\tLo'",
			"\u4e2d, 'U+4E2D\tCJK UNIFIED IDEOGRAPH-4E2D\tHan\tLo'",
			"\u0301, 'U+0301\tCOMBINING ACUTE ACCENT\tInherited\tMn'",
			"\ufeff, 'U+FEFF\tZERO WIDTH NO-BREAK SPACE\tCommon\tCf'",
			"\ud83d\ude00, 'U+1F600\tGRINNING FACE\tCommon\tSo'",
			"\ue000, 'U+E000\t<private use area-E000>\tUnknown\tCo'",
			"\ufdd0, 'U+FDD0\t<noncharacter-FDD0>\tUnknown\tCn'",
			"\udbff\udfff, 'U+10FFFF\t<noncharacter-10FFFF>\tUnknown\tCn'" })
	void codePointsHaveTheirPropertiesInTheDatabase(String text, String line) {
		assertThat(run("code-points", text)).isEqualTo(line);
		assertThat(run("code-points", text + text)).isEqualTo(line + "\n" + line);
	}

}
