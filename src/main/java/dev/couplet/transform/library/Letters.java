package dev.couplet.transform.library;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/**
 * Letters without case and accents.
 */
final class Letters {

	private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

	private Letters() {
	}

	/**
	 * Returns the base letter of a character, case-folded: e for e, E, \u00E9 and \u00C9.
	 * @param character a code point
	 * @return the first code point of its canonical decomposition, case-folded
	 */
	static int base(int character) {
		if (character < 0x80) {
			return Character.toLowerCase(character);
		}
		String decomposition = NFD.getDecomposition(character);
		return UCharacter.foldCase((decomposition != null) ? decomposition.codePointAt(0) : character, true);
	}

}
