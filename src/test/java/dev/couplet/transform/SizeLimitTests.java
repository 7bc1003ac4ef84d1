package dev.couplet.transform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link SizeLimit}.
 */
class SizeLimitTests {

	private final SizeLimit limit = new SizeLimit(12);

	@ParameterizedTest
	@ValueSource(strings = { "", "abcdefghijkl", "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9", "\u8a69\u8a69\u8a69\u8a69",
			"\ud83c\udf39\ud83c\udf39\ud83c\udf39" })
	void acceptsATextOfExactlyTheLimit(String text) {
		assertThatNoException().isThrownBy(() -> this.limit.check(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "abcdefghijklm", "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9a", "\u8a69\u8a69\u8a69\u8a69a",
			"\ud83c\udf39\ud83c\udf39\ud83c\udf39a" })
	void refusesATextOneByteOverTheLimit(String text) {
		assertThatExceptionOfType(ValueTooLargeException.class).isThrownBy(() -> this.limit.check(text))
			.withMessageContaining("12 bytes");
	}

	@Test
	void refusesASizeOverTheIntegerRange() {
		this.limit.check(12);
		assertThatExceptionOfType(ValueTooLargeException.class).isThrownBy(() -> this.limit.check(13));
		assertThatExceptionOfType(ValueTooLargeException.class).isThrownBy(() -> this.limit.check(1L << 32));
	}

	@Test
	void mustBeAtLeastOneByte() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new SizeLimit(0));
	}

}
