package dev.couplet.transform;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Utf8}.
 */
class Utf8Tests {

	@ParameterizedTest
	@CsvSource({ "'', ''", "7F, '\u007f'", "C280, '\u0080'", "DFBF, '\u07ff'", "E0A080, '\u0800'", "ED9FBF, '\ud7ff'",
			"EE8080, '\ue000'", "EFBFBF, '\uffff'", "F0908080, '\ud800\udc00'", "F48FBFBF, '\udbff\udfff'",
			"EFBFBD, '\ufffd'", "61EFBFBD62, 'a\ufffdb'", "EFBBBF61, '\ufeffa'" })
	void decodesWellFormedBytes(String bytes, String text) {
		assertThat(decode(bytes)).isEqualTo(text);
		assertThat(Utf8.encode(text)).isEqualTo(HexFormat.of().parseHex(bytes));
	}

	@ParameterizedTest
	@ValueSource(strings = { "80", "BF", "C0", "C3", "61C3", "C361", "C080", "C1BF", "E08080", "E09FBF", "E282",
			"E28261", "F0808080", "F08FBFBF", "F09F8C", "F09F8C61", "F4908080", "F5808080", "F888808080", "FE", "FF",
			"EDA080", "EDBFBF", "EDA0BCEDBCB9", "EFBFBD80", "80EFBFBD", "C3A9A9" })
	void refusesMalformedBytes(String bytes) {
		assertThatExceptionOfType(MalformedTextException.class).isThrownBy(() -> decode(bytes));
	}

	@Test
	void decodesPartOfAnArray() {
		byte[] bytes = HexFormat.of().parseHex("C3C3A9A9");
		assertThat(Utf8.decode(bytes, 1, 2)).isEqualTo("\u00e9");
		assertThatExceptionOfType(MalformedTextException.class).isThrownBy(() -> Utf8.decode(bytes, 1, 3));
		byte[] replaced = HexFormat.of().parseHex("C3EFBFBDA9");
		assertThat(Utf8.decode(replaced, 1, 3)).isEqualTo("\ufffd");
	}

	@Test
	void countsTheBytesOfEveryCharacter() {
		for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
			if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
				String text = Character.toString(character);
				int size = Utf8.encode(text).length;
				if (Utf8.size(text) != size) {
					assertThat(Utf8.size(text)).as("U+%04X", character).isEqualTo(size);
				}
			}
		}
		assertThat(Utf8.size("a\u00e9\u8a69\ud83c\udf39")).isEqualTo(10);
		assertThat(Utf8.size("")).isZero();
	}

	@Test
	void detectsAnUnpairedSurrogate() {
		assertThat(Utf8.isWellFormed("")).isTrue();
		assertThat(Utf8.isWellFormed("a\ud83c\udf39\ufffd\uffff")).isTrue();
		assertThat(Utf8.isWellFormed("\ud83c")).isFalse();
		assertThat(Utf8.isWellFormed("\udf39")).isFalse();
		assertThat(Utf8.isWellFormed("\udf39\ud83c")).isFalse();
		assertThat(Utf8.isWellFormed("a\ud83cb\udf39")).isFalse();
	}

	private static String decode(String bytes) {
		byte[] decoded = HexFormat.of().parseHex(bytes);
		return Utf8.decode(decoded, 0, decoded.length);
	}

}
