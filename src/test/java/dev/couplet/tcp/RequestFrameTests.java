package dev.couplet.tcp;

import java.nio.charset.StandardCharsets;

import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RequestFrame}.
 */
class RequestFrameTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			cummingsify.HERE     | cummingsify   | HERE
			a=1.b.c              | a=1           | b.c
			.x                   | ""            | x
			a.                   | a             | ""
			""")
	void theRecipeEndsAtTheFirstSeparator(String frame, String recipe, String text) {
		assertThat(RequestFrame.read(bytes(frame), '.')).isEqualTo(new RequestFrame(recipe, Value.of(bytes(text))));
	}

	@Test
	void theSeparatorDependsOnTheProtocol() {
		assertThat(RequestFrame.read(bytes("a.b c.d"), ' ')).isEqualTo(new RequestFrame("a.b", Value.of(bytes("c.d"))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "cummingsify", "a b" })
	void aFrameWithoutASeparatorIsMalformed(String frame) {
		assertThatExceptionOfType(MalformedRecipeException.class)
			.isThrownBy(() -> RequestFrame.read(bytes(frame), '.'));
	}

	@Test
	void theSeparatorIsSearchedOnlyWithinTheMaximumRecipeLength() {
		assertThatExceptionOfType(MalformedRecipeException.class)
			.isThrownBy(() -> RequestFrame.read(bytes("x".repeat(4001) + ".y"), '.'));
	}

	@Test
	void theRecipeIsUtf8AndTheValueAnyBytes() {
		byte[] frame = { 'a', '.', (byte) 0xFF };
		assertThat(RequestFrame.read(frame, '.').value().bytes()).containsExactly(0xFF);
		assertThatExceptionOfType(MalformedTextException.class)
			.isThrownBy(() -> RequestFrame.read(new byte[] { (byte) 0xFF, '.', 'a' }, '.'));
	}

	@Test
	void theMaximumLengthFitsTheLongestRecipeAndTheLargestText() {
		String recipe = "\uD83D\uDE00".repeat(1000);
		String text = "x".repeat(50);
		byte[] frame = bytes(recipe + "." + text);
		assertThat(RequestFrame.maxLength(new SizeLimit(50))).isEqualTo(frame.length);
		assertThat(RequestFrame.read(frame, '.')).isEqualTo(new RequestFrame(recipe, Value.of(bytes(text))));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
