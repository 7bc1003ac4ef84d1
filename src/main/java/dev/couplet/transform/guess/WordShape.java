package dev.couplet.transform.guess;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether a run of letters could be a word: by its scripts and its case, and in Latin
 * letters by its vowels and by pairs of letters that hardly any language has.
 */
final class WordShape {

	private static final String VOWELS = "aeiouyAEIOUY";

	private static final Set<String> IMPOSSIBLE = Set.of("bx", "cj", "cv", "cx", "dx", "fq", "fx", "gq", "gx", "hx",
			"jc", "jf", "jg", "jq", "jv", "jw", "jx", "jz", "kq", "kx", "mx", "px", "qb", "qc", "qd", "qf", "qg", "qh",
			"qj", "qk", "ql", "qm", "qn", "qp", "qt", "qv", "qw", "qx", "qy", "qz", "sx", "vb", "vf", "vh", "vj", "vm",
			"vp", "vq", "vt", "vw", "vx", "wx", "xj", "zj", "zq", "zx");

	private static final Set<UnicodeScript> EAST_ASIAN = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
			UnicodeScript.KATAKANA, UnicodeScript.HANGUL, UnicodeScript.BOPOMOFO);

	private static final Set<UnicodeScript> ANY = EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED);

	private static final int SHORT = 3;

	private static final int LONGEST = 25;

	private static final int MAX_CONSONANTS = 5;

	private static final int MAX_HUMPS = 3;

	private static final double LIKELY = 1;

	private static final double POSSIBLE = 0.6;

	private static final double UNLIKELY = 0.2;

	private WordShape() {
	}

	/**
	 * Rates a word.
	 * @param word letters and marks, at least one
	 * @return from 0 to 1
	 */
	static double rate(String word) {
		Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
		word.codePoints().forEach((letter) -> scripts.add(UnicodeScript.of(letter)));
		scripts.removeAll(ANY);
		if (EAST_ASIAN.containsAll(scripts)) {
			return LIKELY;
		}
		if (scripts.size() > 1) {
			return 0;
		}
		double rated = rateCase(word);
		return scripts.contains(UnicodeScript.LATIN) ? Math.min(rated, rateLatin(word)) : rated;
	}

	// lower case, upper case, a capital at the beginning, or words joined as in camelCase
	private static double rateCase(String word) {
		int humps = 0;
		int capitals = 0;
		for (int i = 0; i < word.length(); i++) {
			boolean capital = Character.isUpperCase(word.charAt(i));
			capitals += capital ? 1 : 0;
			humps += (capital && i > 0 && !Character.isUpperCase(word.charAt(i - 1))) ? 1 : 0;
		}
		if (humps == 0) {
			boolean even = capitals <= 1 || capitals == word.length();
			return even ? LIKELY : UNLIKELY;
		}
		boolean joined = humps <= MAX_HUMPS && capitals <= humps + 1 && word.length() >= 4 * humps;
		return joined ? POSSIBLE : 0;
	}

	private static double rateLatin(String word) {
		String letters = Normalizer.normalize(word, Normalizer.Form.NFD);
		long plain = word.chars().filter((unit) -> unit < 128).count();
		if (word.length() == 1) {
			return "aAIiOoyYuUeEàéèóÀÉ".contains(word) ? LIKELY : UNLIKELY;
		}
		if (3 * plain < word.length()) {
			return UNLIKELY;
		}
		if (word.length() <= SHORT) {
			return hasVowel(letters) ? LIKELY : POSSIBLE;
		}
		return rateLetters(letters, word.length());
	}

	private static boolean hasVowel(String letters) {
		return letters.chars().anyMatch((unit) -> VOWELS.indexOf(unit) >= 0);
	}

	private static double rateLetters(String letters, int length) {
		int vowels = 0;
		int run = 0;
		int longest = 0;
		for (int i = 0; i < letters.length(); i++) {
			if (Character.getType(letters.charAt(i)) == Character.NON_SPACING_MARK) {
				continue;
			}
			boolean vowel = VOWELS.indexOf(letters.charAt(i)) >= 0;
			vowels += vowel ? 1 : 0;
			run = vowel ? 0 : run + 1;
			longest = Math.max(longest, run);
			if (i > 0 && isImpossible(letters.charAt(i - 1), letters.charAt(i))) {
				return UNLIKELY;
			}
		}
		boolean few = 8 * vowels < length || 5 * vowels > 4 * length + 4;
		return (few || longest > MAX_CONSONANTS || length > LONGEST) ? UNLIKELY : LIKELY;
	}

	private static boolean isImpossible(char first, char second) {
		return first < 128 && second < 128
				&& IMPOSSIBLE.contains("" + Character.toLowerCase(first) + Character.toLowerCase(second));
	}

}
