package dev.couplet.transform.library;

import java.util.Locale;

import dev.couplet.transform.Value;
import dev.couplet.transform.ValueTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CodeTransforms}.
 */
class CodeTransformsTests extends LibraryRunner {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

	@Test
	void baconWritesThePlaceInTheAlphabet() {
		assertThat(run("bacon-encode", "AbZ")).isEqualTo("AAAAA AAAAB BBAAB");
		assertThat(run("bacon-encode", " oh,\tmy \nmoon"))
			.isEqualTo("ABBBA AABBB , / ABBAA BBAAA\nABBAA ABBBA ABBBA ABBAB");
		assertThat(run("bacon-encode,bacon-decode", ALPHABET)).isEqualTo(ALPHABET);
	}

	@Test
	void baconIsReadWithOrWithoutSpaces() {
		assertThat(run("bacon-decode", "aabbbAABAA\r\nABBAA, 1")).isEqualTo("HE\r\nM,1");
		assertThat(run("bacon-decode", "AAAAA  AAAAB/AAABA")).isEqualTo("A B C");
	}

	@Test
	void baconRefusesWhatIsNotALetter() {
		assertRefused("bacon-decode", "AAAAA AAAA", "do not stand for a letter at line 1, column 7");
		assertRefused("bacon-decode", "BBABA", "do not stand for a letter at line 1, column 1");
		assertRefused("bacon-decode", "AAAAA\nAAC", "a letter other than A and B at line 2, column 3");
	}

	@Test
	void a1z26WritesNumbers() {
		assertThat(run("a1z26-encode", "aZ m!\u00E9b\n\uD83C\uDF11c")).isEqualTo("1-26 13!\u00E92\n\uD83C\uDF113");
		assertThat(run("a1z26-decode", "1-26 13!\u00E9 2")).isEqualTo("AZ M!\u00E9 B");
		assertThat(run("a1z26-decode", "08-5 - 1- -2")).isEqualTo("HE - A- -B");
		assertThat(run("a1z26-encode,a1z26-decode", ALPHABET)).isEqualTo(ALPHABET);
	}

	@ParameterizedTest
	@CsvSource({ "1-27, 3", "0, 1", "x 123, 3", "99999999999999999999, 1" })
	void a1z26RefusesOtherNumbers(String text, int column) {
		assertRefused("a1z26-decode", text, "a number that is not from 1 to 26 at line 1, column " + column);
	}

	// ITU-R M.1677-1, section 1
	@ParameterizedTest
	@CsvSource(delimiter = '\t', value = { "abc é\t.- -... -.-. / ..-..", "q y 0 9\t--.- / -.-- / ----- / ----.",
			".,:?'-/()\"=+@\t.-.-.- --..-- ---... ..--.. .----. -....- -..-. -.--. -.--.- .-..-. -...- .-.-. .--.-.",
			"3×4\t...-- -..- ....-" })
	void morseMatchesItsRecommendation(String text, String code) {
		assertThat(run("morse-encode", text)).isEqualTo(code);
		assertThat(run("morse-decode", code)).isEqualTo(text.toUpperCase(Locale.ROOT).replace("×", "X"));
	}

	@Test
	void morseKeepsLinesAndAByteOrderMark() {
		assertThat(run("morse-encode", "\uFEFF sos \r\n\n sos")).isEqualTo("\uFEFF... --- ...\r\n\n... --- ...");
		assertThat(run("morse-decode", "\uFEFF... --- ...\r\n / ...")).isEqualTo("\uFEFFSOS\r\nS");
	}

	@Test
	void morseIsReadInItsUsualForms() {
		assertThat(run("morse-decode", "··· −−− ···|•–—_")).isEqualTo("SOS J");
		assertThat(run("morse-decode", "...   --- // ...")).isEqualTo("S O S");
	}

	@Test
	void morseRefusesWhatHasNoCode() {
		assertRefused("morse-encode", "a\nb\u00E0",
				"a character without a Morse code at line 2, column 2; put to-ascii");
		assertRefused("morse-encode", "100%", "at line 1, column 4; remove or replace it");
		assertRefused("morse-decode", ".- ......", "a Morse code that does not exist at line 1, column 4");
		assertRefused("morse-decode", ".- .x", "a character that is not a dot or dash at line 1, column 5");
		assertRefused("morse-decode", ".".repeat(100_000), "does not exist at line 1, column 1");
	}

	@Test
	void morseIsNotWrittenBeyondTheLimit() {
		assertThatExceptionOfType(ValueTooLargeException.class)
			.isThrownBy(() -> run("morse-encode", Value.of("0".repeat(1 << 19))));
	}

	@Test
	void natoSpellsLettersAndDigits() {
		assertThat(run("nato", "Ax-9 \u00E9\n\uD83C\uDF11j"))
			.isEqualTo("Alfa X-ray - Nine / \u00E9\n\uD83C\uDF11 Juliett");
	}

	// signs as in liblouis, table en-ueb-chardefs.uti; rules of the Rules of UEB
	@ParameterizedTest
	@CsvSource(delimiter = '\t',
			value = { "the poem\t⠞⠓⠑ ⠏⠕⠑⠍", "Moon\t⠠⠍⠕⠕⠝", "MOON\t⠠⠠⠍⠕⠕⠝", "ABCs\t⠠⠠⠁⠃⠉⠠⠄⠎", "1990\t⠼⠁⠊⠊⠚",
					"3.14, 2\t⠼⠉⠲⠁⠙⠂ ⠼⠃", "4a 4m 4B\t⠼⠙⠰⠁ ⠼⠙⠍ ⠼⠙⠠⠃", "it's\t⠊⠞⠄⠎", "it’s\t⠊⠞⠄⠎", "(a)!\t⠐⠣⠁⠐⠜⠖",
					"“oh”\t⠦⠕⠓⠴", "é🌑\té🌑" })
	void brailleFollowsItsRules(String text, String braille) {
		assertThat(run("braille", text)).isEqualTo(braille);
	}

	@Test
	void leetReplacesSixLetters() {
		assertThat(run("leet", "Aa Ee Ii Oo Ss Tt b\u00E9")).isEqualTo("44 33 11 00 55 77 b\u00E9");
	}

}
