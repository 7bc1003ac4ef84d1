package dev.couplet.transform.library;

import dev.couplet.transform.BadArgumentException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CipherTransforms}.
 */
class CipherTransformsTests extends LibraryRunner {

	@Test
	void rot13RotatesLettersOnly() {
		assertThat(run("rot13", "AMNZ amnz \u00E9 \u0391 1!")).isEqualTo("NZAM nzam \u00E9 \u0391 1!");
	}

	// tr '!-~' 'P-~!-O'
	@Test
	void rot47RotatesPrintableAscii() {
		assertThat(run("rot47", "The Quick ~!")).isEqualTo("%96 \"F:4< OP");
		assertThat(run("rot47", "\u00E9\t\u007F ")).isEqualTo("\u00E9\t\u007F ");
	}

	@Test
	void caesarShiftsForwardAndBackward() {
		assertThat(run("caesar=3", "XYZ xyz \u00E9!")).isEqualTo("ABC abc \u00E9!");
		assertThat(run("caesar=-3", "ABC abc")).isEqualTo("XYZ xyz");
		assertThat(run("caesar=25", "Ab")).isEqualTo("Za");
		assertThat(run("caesar=0", "Ab")).isEqualTo("Ab");
		assertThat(run("caesar=13", "Here is my poem")).isEqualTo(run("rot13", "Here is my poem"));
		assertBadArgument("caesar=26", "a whole number from -25 to 25");
	}

	@Test
	void atbashMirrorsTheAlphabet() {
		assertThat(run("atbash", "AZ mn \u00E9 1")).isEqualTo("ZA nm \u00E9 1");
	}

	// the example of Wikipedia's article
	@Test
	void vigenereMatchesItsExample() {
		assertThat(run("vigenere-encode=LEMON", "ATTACKATDAWN")).isEqualTo("LXFOPVEFRNHR");
		assertThat(run("vigenere-decode=lemon", "LXFOPVEFRNHR")).isEqualTo("ATTACKATDAWN");
	}

	@Test
	void vigenereKeepsCaseAndUsesTheKeyForLettersOnly() {
		assertThat(run("vigenere-encode=b", "aZ, \u00E9")).isEqualTo("bA, \u00E9");
		assertThat(run("vigenere-encode=ab", "a- a\u00E9a")).isEqualTo("a- b\u00E9a");
	}

	@Test
	void vigenereTakesAKeyOfLetters() {
		assertBadArgument("vigenere-encode=a1", "'key' must be letters");
		assertBadArgument("vigenere-decode=%C3%A9", "'key' must be letters");
		assertBadArgument("vigenere-encode=", "'key'");
	}

	// the example of Wikipedia's article
	@Test
	void railFenceMatchesItsExample() {
		assertThat(run("rail-fence-encode=3", "WEAREDISCOVEREDRUNATONCE")).isEqualTo("WECRUOERDSOEERNTNEAIVDAC");
		assertThat(run("rail-fence-decode=3", "WECRUOERDSOEERNTNEAIVDAC")).isEqualTo("WEAREDISCOVEREDRUNATONCE");
	}

	@Test
	void railFenceHasAnyNumberOfRails() {
		assertThat(run("rail-fence-encode=2", "abcde")).isEqualTo("acebd");
		assertThat(run("rail-fence-encode=4", "abcdefgh")).isEqualTo("agbfhced");
		assertThat(run("rail-fence-encode=100", "abc")).isEqualTo("abc");
		assertBadArgument("rail-fence-encode=1", "a whole number from 2 to 100");
	}

	@Test
	void railFenceMovesWholeCharactersAndKeepsAByteOrderMark() {
		assertThat(run("rail-fence-encode=2", "\uD83C\uDF11a\uD83C\uDF15b")).isEqualTo("\uD83C\uDF11\uD83C\uDF15ab");
		assertThat(run("rail-fence-encode=2", "\uFEFFabc")).isEqualTo("\uFEFFacb");
		assertThat(run("rail-fence-decode=2", "\uFEFFacb")).isEqualTo("\uFEFFabc");
	}

	private static void assertBadArgument(String recipe, String reason) {
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> run(recipe, "a"))
			.withMessageContaining(reason);
	}

}
