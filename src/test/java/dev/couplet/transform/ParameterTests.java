package dev.couplet.transform;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Parameter}.
 */
class ParameterTests {

	private final Parameter<Integer> width = Parameter.integer("width", 1, 1000, 72);

	private final Parameter<String> separator = Parameter.text("separator", 1, 3);

	@ParameterizedTest
	@CsvSource({ "1, 1", "1000, 1000", "007, 7", "0000000072, 72" })
	void parsesAnIntegerWithinItsBounds(String argument, int value) {
		assertThat(this.width.parse(argument)).isEqualTo(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "1001", "-1", "+1", " 1", "1 ", "1.0", "1e2", "0x10", "\u0661", "\uff11",
			"2147483648", "4294967297", "99999999999999999999", "00000000001", "one" })
	void refusesAnythingElseThanAnIntegerWithinItsBounds(String argument) {
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> this.width.parse(argument))
			.withMessage("'width' must be a whole number from 1 to 1000");
	}

	@Test
	void acceptsANegativeIntegerOnlyWithinItsBounds() {
		Parameter<Integer> count = Parameter.integer("count", -10, 10);
		assertThat(count.parse("-10")).isEqualTo(-10);
		assertThat(count.parse("-0")).isZero();
		for (String other : List.of("-11", "-", "--1", "- 1", "-2147483649", "-9999999999")) {
			assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> count.parse(other))
				.withMessage("'count' must be a whole number from -10 to 10");
		}
	}

	@Test
	void acceptsTheMaximumInteger() {
		assertThat(Parameter.integer("most", 0, Integer.MAX_VALUE).parse("2147483647")).isEqualTo(Integer.MAX_VALUE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "abc", "\n", "\ud83c\udf39\ud83c\udf39\ud83c\udf39" })
	void measuresATextInCodePoints(String argument) {
		assertThat(this.separator.parse(argument)).isEqualTo(argument);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "abcd", "\ud83c\udf39\ud83c\udf39\ud83c\udf39\ud83c\udf39" })
	void refusesATextWhoseLengthIsOutOfBounds(String argument) {
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> this.separator.parse(argument))
			.withMessage("'separator' must be a text of 1 to 3 characters");
	}

	// not a ValueSource: a test report cannot contain an unpaired surrogate
	@Test
	void refusesAnUnpairedSurrogate() {
		for (String half : new String[] { "\ud83c", "\udf39", "\ud83c\udf39\ud83c", "\udf39\ud83c" }) {
			int position = (half.length() == 3) ? 2 : 1;
			assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> this.separator.parse(half))
				.withMessage("'separator' must be well-formed Unicode, without an unpaired surrogate at character "
						+ position);
		}
	}

	@Test
	void aChoiceIsOneOfItsWords() {
		Parameter<String> form = Parameter.choice("form", "hex", "base64");
		assertThat(form.choices()).containsExactly("hex", "base64");
		assertThat(form.defaultValue()).isEqualTo("hex");
		assertThat(form.parse("base64")).isEqualTo("base64");
		assertThat(form.type()).isEqualTo("choice");
		for (String other : List.of("", "Hex", "hexadecimal", "base64 ")) {
			assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> form.parse(other))
				.withMessage("'form' must be one of: hex, base64");
		}
		assertThat(this.width.choices()).isEmpty();
	}

	@Test
	void isRequiredWithoutADefault() {
		assertThat(this.separator.defaultValue()).isNull();
		assertThat(this.width.defaultValue()).isEqualTo(72);
		assertThat(Parameter.integer("length", 0, 1).defaultValue()).isNull();
		assertThat(Parameter.text("to", 0, 1, "").defaultValue()).isEmpty();
	}

	@Test
	void hasTheNameOfItsType() {
		assertThat(this.width.type()).isEqualTo("integer");
		assertThat(this.separator.type()).isEqualTo("text");
	}

}
