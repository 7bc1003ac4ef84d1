package dev.couplet.transform.library;

import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Ideographs}.
 */
class IdeographsTests {

	private static final Transliterator HAN_LATIN = Transliterator.getInstance("Han-Latin");

	@Test
	void readingOfEveryIdeographIsThatOfHanLatin() {
		int read = 0;
		for (String character : new UnicodeSet("[[:Han:]-[\u3005]]")) {
			String expected = HAN_LATIN.transliterate(character);
			String reading = Ideographs.read(character, 0, character.length());
			assertThat((reading != null) ? reading : character).as(character).isEqualTo(expected);
			read += (reading != null) ? 1 : 0;
		}
		assertThat(read).isGreaterThan(40_000);
	}

}
