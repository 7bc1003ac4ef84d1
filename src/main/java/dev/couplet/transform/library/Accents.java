package dev.couplet.transform.library;

import java.lang.Character.UnicodeBlock;
import java.util.Set;

import com.ibm.icu.lang.UCharacter;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TextTooLargeException;

/**
 * The accents of Latin, Greek and Cyrillic. The vowel signs of other scripts are letters
 * rather than accents, and no concern of this class.
 */
final class Accents {

	private static final Set<UnicodeBlock> BLOCKS = Set.of(UnicodeBlock.COMBINING_DIACRITICAL_MARKS,
			UnicodeBlock.COMBINING_DIACRITICAL_MARKS_EXTENDED, UnicodeBlock.COMBINING_DIACRITICAL_MARKS_SUPPLEMENT,
			UnicodeBlock.COMBINING_HALF_MARKS);

	private static final int OVERLAY = 1;

	private Accents() {
	}

	/**
	 * Takes the accents off.
	 * @param text any text
	 * @param limit what the result, and what it is on the way, may come to
	 * @return the text without them, in normalization form C
	 * @throws TextTooLargeException where that would be over the limit
	 */
	static String strip(String text, SizeLimit limit) {
		String decomposed = Normalization.NFD.apply(text, limit);
		StringBuilder result = new StringBuilder(decomposed.length());
		decomposed.codePoints().filter((character) -> !isAccent(character)).forEach(result::appendCodePoint);
		return Normalization.NFC.apply(result.toString(), limit);
	}

	private static boolean isAccent(int character) {
		// an overlay is no accent: it makes an inequality of an equals sign
		UnicodeBlock block = UnicodeBlock.of(character);
		return block != null && BLOCKS.contains(block) && UCharacter.getCombiningClass(character) != OVERLAY;
	}

}
