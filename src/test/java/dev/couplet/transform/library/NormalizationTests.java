package dev.couplet.transform.library;

import java.util.Random;

import com.ibm.icu.text.Normalizer2;
import dev.couplet.transform.SizeLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that {@link Normalization} matches ICU despite its linear-time shortcuts.
 */
@Execution(ExecutionMode.CONCURRENT)
class NormalizationTests {

	private static final SizeLimit LIMIT = new SizeLimit(1 << 20);

	// marks of several combining classes, letters that compose with them and with each
	// other, Hangul jamo and syllables, composition exclusions, compatibility characters
	private static final int[] TRICKY = { 'a', 'e', 0x301, 0x316, 0x302, 0x323, 0x1100, 0x1161, 0x11A8, 0xAC00, 0xAC01,
			0x1EA5, 0x344, 0x1611E, 0x16121, 0x1611F, 0x9C7, 0x9BE, 0x9D7, 0xDD9, 0xDCF, 0xDCA, 0xDDC, 0x958, 0x212B,
			0xFB01, 0xFDFA, 0x3099, 0x304B, 0xF71, 0xF72, 0xF73, 0x16D63, 0x16D67, 0x16D68, 0x1112C, 0x11131, 0x11127,
			0x1D15E, 0x2ADC, 0x345, 0x3B1, 0x1F00, 0x1F80, 0x1109A, 0x110BA, 0x305, 0x338, 0x3D };

	private final Random random = new Random(5);

	@Test
	void matchesIcuInEveryForm() {
		for (int i = 0; i < 30_000; i++) {
			String text = text((i % 100 == 0) ? 600 : 8);
			assertMatches(Normalization.NFC, Normalizer2.getNFCInstance(), text);
			assertMatches(Normalization.NFD, Normalizer2.getNFDInstance(), text);
			assertMatches(Normalization.NFKC, Normalizer2.getNFKCInstance(), text);
			assertMatches(Normalization.NFKD, Normalizer2.getNFKDInstance(), text);
		}
	}

	private static void assertMatches(Normalization normalization, Normalizer2 icu, String text) {
		String normalized = icu.normalize(text);
		assertThat(normalization.normalizeByDefinition(text)).isEqualTo(normalized);
		assertThat(normalization.apply(text, LIMIT)).isEqualTo(normalized);
	}

	private String text(int maxLength) {
		StringBuilder text = new StringBuilder();
		int length = 1 + this.random.nextInt(maxLength);
		for (int i = 0; i < length; i++) {
			text.appendCodePoint(TRICKY[this.random.nextInt(TRICKY.length)]);
		}
		return text.toString();
	}

	@Test
	void ordersALongRunOfMarks() {
		String row = "a" + "\u0301".repeat(500) + "\u0316".repeat(500);
		assertThat(Normalization.NFC.apply(row, LIMIT))
			.isEqualTo("\u00e1" + "\u0316".repeat(500) + "\u0301".repeat(499));
		assertThat(Normalization.NFD.apply(row, LIMIT)).isEqualTo("a" + "\u0316".repeat(500) + "\u0301".repeat(500));
	}

}
