package dev.couplet.transform.library;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;

import dev.couplet.transform.Utf8;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of the library, over generated texts.
 */
class LibraryPropertyTests extends LibraryRunner {

	private static final List<String> PARTS = List.of("a", "B", "e\u0301", " ", "  ", "\t", "\n", "\r\n", "\r",
			"\u00a0", "=", "%", "&", "\"", "'", "\\", "\u0000", "\u007f", "\u00e9", "\u0301", "\u8a69",
			"\u1112\u1161\u11ab", "\u1161", "\ufffd", "\ud83c\udf39", "\ud83d\udc68\u200d\ud83d\udc69", "\ud83c\uddeb",
			"\udbff\udfff", "=41", "%41", "&amp;", "\\u0041");

	@Provide
	Arbitrary<String> texts() {
		return Arbitraries.of(PARTS).list().ofMaxSize(40).map((parts) -> String.join("", parts));
	}

	@Property
	void decodingWhatWasEncodedGivesTheTextBack(@ForAll("texts") String text) {
		for (String encoding : List.of("base64", "base64url", "hex", "url", "html", "json", "quoted-printable")) {
			assertThat(run(encoding + "-encode," + encoding + "-decode", text)).as(encoding).isEqualTo(text);
		}
	}

	@Property
	void quotedPrintableIsOfShortLinesOfAscii(@ForAll("texts") String text) {
		String encoded = run("quoted-printable-encode", text);
		assertThat(encoded).matches("[\\r\\n\\t -~]*").doesNotContainPattern("[ \\t](\\r?\\n|$)");
		assertThat(encoded.split("\r?\n", -1)).allMatch((line) -> line.length() <= 76);
	}

	@Property
	void wrappedLinesAreAsLongAsTheyMay(@ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 12) int width) {
		String wrapped = run("wrap=" + width, text);
		assertThat(wrapped.split("\r?\n", -1)).allMatch((line) -> Graphemes.count(line) <= width);
		assertThat(wrapped.replaceAll("[\\s]", "")).isEqualTo(text.replaceAll("[\\s]", ""));
	}

	@Property
	void truncatedTextsAreAsLongAsTheyMay(@ForAll("texts") String text,
			@ForAll @IntRange(min = 0, max = 12) int length) {
		assertThat(Graphemes.count(run("truncate=" + length, text))).isLessThanOrEqualTo(length);
	}

	@Property
	void reversedTextsHaveTheSameCharacters(@ForAll("texts") String text) {
		String reversed = run("reverse", text);
		assertThat(Utf8.isWellFormed(reversed)).isTrue();
		assertThat(sorted(reversed)).isEqualTo(sorted(text));
	}

	@Property
	void normalizationIsThatOfTheJdk(@ForAll("texts") String text) {
		assertThat(run("nfc", text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
		assertThat(run("nfkd", text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFKD));
	}

	private static int[] sorted(String text) {
		int[] characters = text.codePoints().toArray();
		Arrays.sort(characters);
		return characters;
	}

}
