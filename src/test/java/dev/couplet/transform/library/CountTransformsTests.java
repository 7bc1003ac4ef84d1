package dev.couplet.transform.library;

import dev.couplet.transform.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CountTransforms}.
 */
class CountTransformsTests extends LibraryRunner {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			``                                | 0 0 0 0 0
			a                                 | 1 1 1 1 1
			e\u0301 \u00e9                    | 6 3 2 1 1
			`a.~b`                            | 4 4 2 2 2
			`a~~b~`                           | 5 5 2 2 3
			Dr. Who isn't well-known, is he?! | 33 33 6 2 1
			3.14 and 2.5                      | 12 12 5 1 1
			(He said "No.") She left...       | 27 27 5 2 1
			\u4f60\u597d\u3002\u518d\u89c1\u3002 | 18 6 2 2 1
			... - !                           | 7 7 0 0 1
			""")
	void textsAreCounted(String text, String counts) {
		String[] numbers = counts.split(" ");
		assertThat(run("count", text.replace('~', '\n')))
			.isEqualTo("{\"bytes\":%s,\"characters\":%s,\"words\":%s,\"sentences\":%s,\"lines\":%s}"
				.formatted((Object[]) numbers));
	}

	@Test
	void marksWithoutALetterAreNoWord() {
		assertThat(run("count", "\u0301 \u0301\u0302.")).contains("\"words\":0,\"sentences\":0,");
		assertThat(run("count", "\u0301a")).contains("\"words\":1,\"sentences\":1,");
		assertThat(run("word-frequency", "\u0301 moon")).isEqualTo("      1 moon\n");
	}

	@Test
	void familiesAreOneCharacter() {
		assertThat(run("count", "👨‍👩‍👧‍👦\r\n")).contains("\"characters\":2,");
	}

	@Test
	void wordsAreCountedInLowerCaseMostFrequentFirst() {
		assertThat(run("word-frequency", "Tide moon TIDE, na\u00efve-moon moon")).isEqualTo("""
				      2 tide
				      2 moon
				      1 na\u00efve-moon
				""");
		assertThat(run("word-frequency", " ... ")).isEmpty();
	}

	@Test
	void charactersAreCountedAsClusters() {
		assertThat(run("character-frequency", "e\u0301e\u0301 a\n\r\n\u200b")).isEqualTo("""
				      2 e\u0301
				      1 U+0020
				      1 a
				      1 U+000A
				      1 U+000D U+000A
				      1 U+200B
				""");
	}

	// computed with math.log2 of Python 3.11
	@ParameterizedTest
	@CsvSource({ "here is my poem, 3.1396", "aaaa, 0.0000", "'', 0.0000", "ab, 1.0000", "abcd, 2.0000" })
	void entropyIsInBitsForEachByte(String text, String bits) {
		assertThat(run("entropy", text)).isEqualTo(bits);
	}

	@Test
	void allBytesHaveTheHighestEntropy() {
		byte[] bytes = new byte[256];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) i;
		}
		assertThat(run("entropy", Value.of(bytes)).text()).isEqualTo("8.0000");
	}

	@ParameterizedTest
	@CsvSource({ "late, 1", "moon's, 1", "readability, 5", "rhythm, 2", "xyz, 1", "1984, 5", "'1,984', 9", "\u2167, 1",
			"late-night, 2", "caf\u00E9, 2", "blorfing, 2" })
	void syllablesAreThoseOfSyllables(String word, int syllables) {
		assertThat(run("readability", word)).contains("\"syllables\":" + syllables + ",");
	}

	// computed from the formulas with Python 3.11
	@Test
	void readabilityFollowsTheFormulas() {
		assertThat(run("readability", "The cat sat on the mat. It was happy.")).isEqualTo(
				"{\"words\":9,\"sentences\":2,\"syllables\":10,\"fleschReadingEase\":108.27,\"fleschKincaidGrade\":-0.72}");
	}

	@Test
	void textsWithoutWordsHaveNoReadability() {
		assertRefused("readability", "", "the text has no words");
		assertRefused("readability", "... !", "the text has no words");
	}

}
