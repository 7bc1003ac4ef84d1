package dev.couplet.transform.library;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import dev.couplet.PropertyTest;
import dev.couplet.transform.HostileTexts;
import dev.couplet.transform.Utf8;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of the library, tested with random texts.
 */
@Execution(ExecutionMode.CONCURRENT)
class LibraryPropertyTests extends LibraryRunner {

	private static final String WHITE_SPACE = "\\p{IsWhite_Space}";

	@PropertyTest
	void decodingRestoresTheEncodedText(RandomGenerator random) {
		String text = HostileTexts.random(random);
		for (String encoding : List.of("base64", "base64url", "hex", "url", "html", "json", "quoted-printable")) {
			assertThat(run(encoding + "-encode," + encoding + "-decode", text)).as(encoding).isEqualTo(text);
		}
	}

	@PropertyTest
	void quotedPrintableHasShortAsciiLines(RandomGenerator random) {
		String text = HostileTexts.random(random);
		String encoded = run("quoted-printable-encode", text);
		assertThat(encoded).matches("[\\r\\n\\t -~]*").doesNotContainPattern("[ \\t](\\r?\\n|$)");
		assertThat(encoded.split("\r?\n", -1)).allMatch((line) -> line.length() <= 76);
	}

	@PropertyTest
	void wrappedLinesAreAsLongAsPossible(RandomGenerator random) {
		String text = HostileTexts.random(random);
		int width = random.nextInt(1, 13);
		String wrapped = run("wrap=" + width, text);
		assertThat(withoutMark(wrapped).split("\r?\n", -1)).allMatch((line) -> Graphemes.count(line) <= width);
		assertThat(wrapped.replaceAll(WHITE_SPACE, "")).isEqualTo(text.replaceAll(WHITE_SPACE, ""));
	}

	@PropertyTest
	void truncatedTextsAreAsLongAsPossible(RandomGenerator random) {
		String text = HostileTexts.random(random);
		int length = random.nextInt(13);
		assertThat(Graphemes.count(withoutMark(run("truncate=" + length, text)))).isLessThanOrEqualTo(length);
	}

	@PropertyTest
	void reversedTextsContainTheSameCharacters(RandomGenerator random) {
		String text = HostileTexts.random(random);
		String reversed = run("reverse", text);
		assertThat(Utf8.isWellFormed(reversed)).isTrue();
		assertThat(sorted(reversed)).isEqualTo(sorted(text));
	}

	@PropertyTest
	void normalizationMatchesTheJdk(RandomGenerator random) {
		String text = HostileTexts.random(random);
		assertThat(run("nfc", text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
		assertThat(run("nfkd", text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFKD));
	}

	private static int[] sorted(String text) {
		int[] characters = text.codePoints().toArray();
		Arrays.sort(characters);
		return characters;
	}

	// a byte order mark at the front is no part of the first line or word
	private static String withoutMark(String text) {
		return text.startsWith("\uFEFF") ? text.substring(1) : text;
	}

}
