package dev.couplet.transform.library;

import java.util.Locale;
import java.util.Map;

import dev.couplet.transform.Parameter;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;

/**
 * The letters that a language writes as two ASCII letters: in German as ICU's de-ASCII,
 * in the others as the machine-readable zone of a passport (ICAO 9303).
 */
enum AsciiLanguage {

	NONE(Map.of()),

	DE(Map.of('\u00E4', "ae", '\u00F6', "oe", '\u00FC', "ue", '\u00DF', "ss")),

	DA(Map.of('\u00E5', "aa", '\u00E6', "ae", '\u00F8', "oe")),

	NB(DA.letters),

	SV(Map.of('\u00E5', "aa", '\u00E4', "ae", '\u00F6', "oe"));

	// never changed; Map.of gives no type that says so
	@SuppressWarnings("ImmutableEnumChecker")
	private final Map<Character, String> letters;

	AsciiLanguage(Map<Character, String> letters) {
		this.letters = letters;
	}

	/**
	 * Creates a parameter for a language.
	 * @return an optional parameter
	 */
	static Parameter<String> parameter() {
		return Parameter.choice("language", "none", "de", "da", "nb", "sv");
	}

	static AsciiLanguage of(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT));
	}

	/**
	 * Replaces the letters of the language.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return the text
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	String apply(String text, SizeLimit limit) {
		if (this == NONE) {
			return text;
		}
		String composed = Normalization.NFC.apply(text, limit);
		StringBuilder result = new StringBuilder(composed.length());
		for (int i = 0; i < composed.length(); i++) {
			char letter = composed.charAt(i);
			String small = (letter < 0x80) ? null : this.letters.get(Character.toLowerCase(letter));
			if (small == null) {
				result.append(letter);
			}
			else if (Character.isLowerCase(letter)) {
				result.append(small);
			}
			else {
				boolean smallNext = i + 1 < composed.length() && Character.isLowerCase(composed.charAt(i + 1));
				String capitals = small.toUpperCase(Locale.ROOT);
				result.append(smallNext ? capitals.charAt(0) + small.substring(1) : capitals);
			}
		}
		return result.toString();
	}

}
