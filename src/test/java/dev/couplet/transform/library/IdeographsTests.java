package dev.couplet.transform.library;

import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Ideographs}.
 */
@Execution(ExecutionMode.CONCURRENT)
class IdeographsTests {

	private static final Transliterator HAN_LATIN = Transliterator.getInstance("Han-Latin");

	@Test
	void readingOfEveryIdeographIsThatOfHanLatin() {
		int read = 0;
		for (String character : new UnicodeSet("[[:Han:]-[\u3005]]")) {
			String reading = read(character);
			assertThat(reading).as(character).isEqualTo(HAN_LATIN.transliterate(character));
			read += reading.equals(character) ? 0 : 1;
		}
		assertThat(read).isGreaterThan(40_000);
	}

	private static String read(String ideographs) {
		EditableText text = new EditableText(ideographs, 1000);
		Ideographs.read(text, 0, ideographs.length());
		return text.toString();
	}

}
