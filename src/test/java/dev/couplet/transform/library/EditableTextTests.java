package dev.couplet.transform.library;

import java.util.Random;

import com.ibm.icu.text.ReplaceableString;
import dev.couplet.transform.ValueTooLargeException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link EditableText}, compared with ICU's own buffer.
 */
class EditableTextTests {

	private static final String REPLACEMENTS = "abcdefgh\ud83c\udf39";

	private final Random random = new Random(3);

	@Test
	void editsMatchIcusBuffer() {
		for (int i = 0; i < 300; i++) {
			String start = "\ud83c\udf39xyz".repeat(this.random.nextInt(20));
			EditableText text = new EditableText(start, 100_000);
			ReplaceableString icu = new ReplaceableString(start);
			for (int j = 0; j < 100; j++) {
				edit(text, icu);
				assertSame(text, icu);
			}
		}
	}

	private void edit(EditableText text, ReplaceableString icu) {
		int end = this.random.nextInt(icu.length() + 1);
		int start = this.random.nextInt(end + 1);
		String replacement = REPLACEMENTS.substring(0, this.random.nextInt(REPLACEMENTS.length() + 1));
		text.replace(start, end, replacement);
		icu.replace(start, end, replacement);
		assertThat(text.substring(start, text.length())).isEqualTo(icu.toString().substring(start));
	}

	private static void assertSame(EditableText text, ReplaceableString icu) {
		assertThat(text).hasToString(icu.toString());
		assertThat(text.length()).isEqualTo(icu.length());
		for (int i = 0; i < icu.length(); i++) {
			assertThat(text.charAt(i)).isEqualTo(icu.charAt(i));
			assertThat(text.codePointAt(i)).isEqualTo(icu.toString().codePointAt(i));
			assertThat(text.codePointBefore(i + 1)).isEqualTo(icu.toString().codePointBefore(i + 1));
		}
	}

	@Test
	void editFailsIfTheTextGrowsFarBeyondTheLimit() {
		EditableText text = new EditableText("a", 1000);
		assertThatExceptionOfType(ValueTooLargeException.class).isThrownBy(() -> text.replace(0, 1, "b".repeat(4001)));
		assertThat(text.length()).isLessThan(4001);
	}

}
