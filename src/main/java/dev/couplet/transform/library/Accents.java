package dev.couplet.transform.library;

import java.lang.Character.UnicodeBlock;
import java.util.Set;

import com.ibm.icu.lang.UCharacter;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Removes the accents of Latin, Greek and Cyrillic letters. The vowel signs of other
 * scripts are letters rather than accents, and stay.
 */
final class Accents {

	private static final Set<UnicodeBlock> BLOCKS = Set.of(UnicodeBlock.COMBINING_DIACRITICAL_MARKS,
			UnicodeBlock.COMBINING_DIACRITICAL_MARKS_EXTENDED, UnicodeBlock.COMBINING_DIACRITICAL_MARKS_SUPPLEMENT,
			UnicodeBlock.COMBINING_HALF_MARKS);

	private static final int OVERLAY = 1;

	private Accents() {
	}

	/**
	 * Removes accents.
	 * @param text any text
	 * @param limit the maximum size of the result and of the decomposed text
	 * @return the text without accents, in normalization form C
	 * @throws ValueTooLargeException if either exceeds the limit
	 */
	static String strip(String text, SizeLimit limit) {
		String decomposed = Normalization.NFD.apply(text, limit);
		StringBuilder result = new StringBuilder(decomposed.length());
		decomposed.codePoints().filter((character) -> !isAccent(character)).forEach(result::appendCodePoint);
		return Normalization.NFC.apply(result.toString(), limit);
	}

	private static boolean isAccent(int character) {
		// an overlay is not an accent: it turns an equals sign into a not-equal sign
		UnicodeBlock block = UnicodeBlock.of(character);
		return block != null && BLOCKS.contains(block) && UCharacter.getCombiningClass(character) != OVERLAY;
	}

}
