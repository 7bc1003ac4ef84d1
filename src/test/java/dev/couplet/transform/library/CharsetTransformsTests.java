package dev.couplet.transform.library;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.regex.Pattern;

import com.ibm.icu.text.CharsetDetector;
import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.Value;
import dev.couplet.transform.ValueTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link CharsetTransforms}.
 */
class CharsetTransformsTests extends LibraryRunner {

	@ParameterizedTest
	@CsvSource({ "windows-1252, \u20ac caf\u00e9, 8020636166e9", "ISO-8859-15, \u20ac, a4",
			"UTF-16LE, A\u00e9, 4100e900", "UTF-16, A, feff0041", "Shift_JIS, \u8a69, 8e8d",
			"ISO-2022-JP, \u8a69, 1b24423b6d1b2842", "IBM037, POEM, d7d6c5d4", "latin1, \u00e9, e9",
			"UTF-8, \u00e9, c3a9" })
	void encodesAndDecodes(String charset, String text, String hex) {
		assertThat(run("charset-encode=" + charset + ",hex-encode", text)).isEqualTo(hex);
		assertThat(run("hex-decode,charset-decode=" + charset, hex)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "nosuch", "UTF-9", "%C3%A9", "-", "windows 1252", "%00" })
	void anUnknownCharsetIsABadArgument(String charset) {
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> run("charset-decode=" + charset, "text"))
			.withMessageContaining("'name' must be a charset");
	}

	@ParameterizedTest
	@CsvSource({ "mac-roman, x-MacRoman", "windows 1252, windows-1252", "EBCDIC-US, IBM037" })
	void anUnknownCharsetIsAnsweredWithASimilarName(String charset, String suggested) {
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> run("charset-decode=" + charset, "text"))
			.withMessageEndingWith("; perhaps " + suggested + " was meant");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-7", "-", "8", "%C3%A9", "nosuch" })
	void noCharsetIsSuggestedForANameThatIsLikeNone(String charset) {
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> run("charset-decode=" + charset, "text"))
			.withMessageEndingWith("or Shift_JIS");
	}

	@Test
	void everyCharsetOfTheJdkIsKnownByAllItsNames() {
		for (Charset charset : Charset.availableCharsets().values()) {
			assertThat(CharsetNames.find(charset.name())).isEqualTo(charset);
			charset.aliases().forEach((alias) -> assertThat(CharsetNames.find(alias)).isEqualTo(charset));
		}
	}

	@Test
	void theFirstUseOfACharsetIsNotOnAnEventLoop() {
		assertThat(new CharsetDecoding(Charset.forName("x-MacDingbat")).isWarm()).isFalse();
		run("charset-decode=x-MacDingbat", "!");
		assertThat(new CharsetDecoding(Charset.forName("x-MacDingbat")).isWarm()).isTrue();
		assertThat(new CharsetEncoding(Charset.forName("x-MacDingbat")).isWarm()).isFalse();
	}

	@Test
	void aCharsetThatCannotEncodeOnlyDecodes() {
		assertThatExceptionOfType(BadArgumentException.class)
			.isThrownBy(() -> run("charset-encode=x-JISAutoDetect", "text"));
		assertThat(run("charset-decode=x-JISAutoDetect", "text")).isEqualTo("text");
	}

	@Test
	void refusesACharacterThatTheCharsetDoesNotHaveWithItsPosition() {
		assertRefused("charset-encode=windows-1252", "caf\u00e9 \u2603",
				"the charset windows-1252 does not have the text's character 6; put to-ascii first");
		assertRefused("charset-encode=US-ASCII", "\ud83c\udf39", "character 1;");
		assertRefused("charset-encode=US-ASCII", "x".repeat(10_000) + "\u00e9", "character 10001;");
	}

	@Test
	void refusesBytesThatMeanNothingWithTheirPosition() {
		assertRefused("charset-decode=US-ASCII", Value.of(bytes('a', 0xFF)),
				"the bytes are not text in the charset US-ASCII: see byte 2");
		assertRefused("charset-decode=UTF-16LE", Value.of(bytes('a')), "see byte 1");
		assertRefused("charset-decode=UTF-16LE", Value.of(bytes(0, 0xD8)), "see byte 1");
		assertRefused("charset-decode=windows-1252", Value.of(bytes(0x81)), "see byte 1");
	}

	@Test
	void stopsAtTheLimitOfTheResult() {
		assertThatExceptionOfType(ValueTooLargeException.class)
			.isThrownBy(() -> run("charset-encode=UTF-32", "x".repeat(400_000)));
		assertThatExceptionOfType(ValueTooLargeException.class)
			.isThrownBy(() -> run("charset-decode=windows-1252", Value.of(filled(600_000))));
	}

	@Test
	void theCandidatesOfADetectionAreJson() {
		assertThat(run("charset-detect", "here is my poem"))
			.isEqualTo("[{\"charset\":\"US-ASCII\",\"confidence\":100}]");
		assertThat(run("charset-detect", "")).isEqualTo("[]");
		assertThat(run("charset-detect", "d\u00e9j\u00e0 vu, la mer \u00e9tait calme"))
			.startsWith("[{\"charset\":\"UTF-8\",\"confidence\":80},{\"charset\":\"")
			.endsWith("}]");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			textBlock = """
					windows-1252 | ISO-8859-1 | de | der Mond war schon \u00fcber die D\u00e4cher gestiegen und schien in die Stra\u00dfe
					KOI8-R | KOI8-R | ru | \u043b\u0443\u043d\u0430 \u0438 \u043c\u043e\u0440\u0435 \u043d\u0435 \u0441\u043f\u0430\u043b\u0438 \u044d\u0442\u043e\u0439 \u043d\u043e\u0447\u044c\u044e
					Shift_JIS | Shift_JIS | ja | \u6708\u304c\u51fa\u3066\u3044\u308b\u3002\u6d77\u306f\u9759\u304b\u3060\u3002\u591c\u306e\u5217\u8eca\u304c\u8d70\u3063\u3066\u3044\u308b\u3002
					UTF-16 | UTF-16BE | `` | moon
					UTF-32LE | UTF-32LE | `` | \ufeffmoon
					""",
			delimiter = '|')
	void charsetsAreDetected(String charset, String detected, String language, String text) {
		Value encoded = run("charset-encode=" + charset, Value.of(text));
		assertThat(run("charset-detect", encoded).text())
			.startsWith("[{\"charset\":\"" + detected + "\",\"confidence\":")
			.containsPattern("^[^}]*" + (language.isEmpty() ? "[0-9]}" : "\"language\":\"" + language + "\"}"));
	}

	@Test
	void charsetDecodeKnowsEveryCharsetThatIsDetected() {
		for (String name : CharsetDetector.getAllDetectableCharsets()) {
			assertThat(CharsetNames.find(CharsetDetection.name(name))).isNotNull();
		}
	}

	@Test
	void ofBytesThatAreTooFewToTellTheMostCommonCharsetIsFirst() {
		assertThat(run("charset-detect", Value.of(bytes('c', 'a', 'f', 0xE9))).text())
			.startsWith("[{\"charset\":\"windows-1252\",\"confidence\":10},")
			.doesNotContain("UTF-8");
	}

	@ParameterizedTest
	@ValueSource(strings = { "636166e9", "4772fcdf65", "81", "a4a2a4", "1b284241", "00d800", "fffe00d8", "8fa0a1" })
	void everyDetectedCharsetDecodesTheBytes(String hex) {
		Value bytes = run("hex-decode", Value.of(hex));
		String json = run("charset-detect", bytes).text();
		Pattern.compile("\"charset\":\"([^\"]+)\"")
			.matcher(json)
			.results()
			.forEach((charset) -> assertThatNoException().as(json)
				.isThrownBy(() -> run("charset-decode=" + charset.group(1), bytes)));
	}

	@Test
	void aDetectionLooksAtTheStartOnly() {
		byte[] start = Utf8.encode("\u20ac".repeat(CharsetDetection.MAX_BYTES / 3));
		byte[] value = Arrays.copyOf(start, CharsetDetection.MAX_BYTES + 1000);
		System.arraycopy(Utf8.encode("\u20ac"), 0, value, start.length, 3);
		assertThat(run("charset-detect", Value.of(value)).text())
			.startsWith("[{\"charset\":\"UTF-8\",\"confidence\":100}");
	}

	@Test
	void aDetectionStopsAtTheLimitOfTheResult() {
		assertThatExceptionOfType(ValueTooLargeException.class)
			.isThrownBy(() -> new CharsetDetection().apply(bytes(0xE9, 0xE8), new SizeLimit(20)));
	}

	private static byte[] filled(int length) {
		byte[] bytes = new byte[length];
		Arrays.fill(bytes, (byte) 0xE9);
		return bytes;
	}

}
