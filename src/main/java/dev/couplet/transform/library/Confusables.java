package dev.couplet.transform.library;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.SpoofChecker;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Skeletons of UTS #39, which are equal for texts that look alike. The prototype of each
 * character is found once, because ICU takes quadratic time for a long run of marks.
 */
final class Confusables {

	private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();

	private static final CharacterTable PROTOTYPES = new CharacterTable(
			(character) -> isIgnored(character) ? "" : CHECKER.getSkeleton(Character.toString(character)));

	private Confusables() {
	}

	/**
	 * Returns the skeleton of a text.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return the skeleton, in normalization form D
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String skeleton(String text, SizeLimit limit) {
		LimitedBuilder result = new LimitedBuilder(limit);
		String decomposed = Normalization.NFD.apply(text, Transliteration.intermediate(limit));
		decomposed.codePoints().forEach((character) -> result.append(prototype(character)));
		return Normalization.NFD.apply(result.toString(), limit);
	}

	private static String prototype(int character) {
		if (CharacterTable.contains(character)) {
			return PROTOTYPES.get(character);
		}
		return isIgnored(character) ? "" : Character.toString(character);
	}

	private static boolean isIgnored(int character) {
		return UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
	}

}
