package dev.couplet.transform;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Value} and {@link Kind}.
 */
class ValueTests {

	private static final byte[] NOT_TEXT = { 'a', (byte) 0xFF };

	@Test
	void theBytesOfATextAreItsUtf8() {
		Value text = Value.of("\u00e9");
		assertThat(text.kind()).isSameAs(Kind.TEXT);
		assertThat(text.length()).isEqualTo(1);
		assertThat(text.size()).isEqualTo(2);
		assertThat(Kind.BYTES.convert(text)).isEqualTo(Value.of("\u00e9".getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void bytesAreATextIfTheyAreWellFormed() {
		Value bytes = Value.of("x\u00e9y".getBytes(StandardCharsets.UTF_8), 1, 2);
		assertThat(bytes.kind()).isSameAs(Kind.BYTES);
		assertThat(bytes.size()).isEqualTo(2);
		assertThat(bytes.bytes()).containsExactly(0xC3, 0xA9);
		assertThat(Kind.TEXT.convert(bytes)).isEqualTo(Value.of("\u00e9"));
		assertThatExceptionOfType(MalformedTextException.class).isThrownBy(Value.of(NOT_TEXT)::text)
			.withMessage("the text is not well-formed UTF-8 at byte 2");
	}

	@Test
	void bytesOfAnotherCharsetAreATextInIt() {
		Value bytes = Value.of(new byte[] { (byte) 0xE9 }, StandardCharsets.ISO_8859_1);
		assertThat(bytes.text()).isEqualTo("\u00e9");
		assertThat(bytes.bytes()).containsExactly(0xE9);
		assertThat(Kind.TEXT.convert(bytes).isKnownAscii()).isFalse();
		assertThatExceptionOfType(MalformedTextException.class)
			.isThrownBy(Value.of(NOT_TEXT, StandardCharsets.US_ASCII)::text)
			.withMessage("the text is not well-formed US-ASCII at byte 2");
	}

	@ParameterizedTest
	@CsvSource({ "poem, true", "po\u00e8me, false", "'', true" })
	void decodedUtf8IsKnownToBeAsciiOrNot(String text, boolean ascii) {
		Value bytes = Value.of(text.getBytes(StandardCharsets.UTF_8));
		assertThat(Kind.TEXT.convert(bytes).isKnownAscii()).isEqualTo(ascii);
	}

	@Test
	void aValueOfTheKindIsNotConverted() {
		Value text = Value.of("poem");
		assertThat(Kind.TEXT.convert(text)).isSameAs(text);
		Value bytes = Value.of(NOT_TEXT);
		assertThat(Kind.BYTES.convert(bytes)).isSameAs(bytes);
	}

	@Test
	void valuesAreEqualIfTheirKindAndContentAre() {
		assertThat(Value.of("a")).isEqualTo(Value.of("a")).hasSameHashCodeAs(Value.of("a")).isNotEqualTo(Value.of("b"));
		Value bytes = Value.of(new byte[] { 'a' });
		assertThat(bytes).isEqualTo(Value.of(new byte[] { 'b', 'a' }, 1, 1)).isNotEqualTo(Value.of("a"));
		assertThat(bytes).hasSameHashCodeAs(Value.of(new byte[] { 'b', 'a' }, 1, 1));
	}

	@Test
	void theDescriptionDoesNotDiscloseTheValue() {
		assertThat(Value.of("secret")).hasToString("text of length 6");
		assertThat(Value.of(NOT_TEXT)).hasToString("bytes of length 2");
	}

}
