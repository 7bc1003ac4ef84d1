package dev.couplet.transform.library;

import java.util.Locale;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AsciiCase}.
 */
class AsciiCaseTests {

	private static final String ALL = IntStream.range(0, 128)
		.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
		.toString();

	@Test
	void mapsEveryAsciiCharacterLikeTheJdkAtEveryPosition() {
		for (int offset = 0; offset <= 16; offset++) {
			for (int length = 0; length <= ALL.length() - offset; length++) {
				String text = ALL.substring(offset, offset + length);
				assertThat(AsciiCase.lower(text)).isEqualTo(text.toLowerCase(Locale.ROOT));
				assertThat(AsciiCase.upper(text)).isEqualTo(text.toUpperCase(Locale.ROOT));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u00c9", "HERE IS MY PO\u00cbM", "HERE IS \u0130", "\ud801\udc00 HERE IS MY POEM" })
	void returnsNullForNonAsciiText(String text) {
		assertThat(AsciiCase.lower(text)).isNull();
		assertThat(AsciiCase.upper(text)).isNull();
	}

}
