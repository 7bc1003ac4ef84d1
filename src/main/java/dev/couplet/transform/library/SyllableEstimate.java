package dev.couplet.transform.library;

/**
 * Estimates the syllables of English words by their vowels: a run of vowels is a
 * syllable, except for a silent e at the end. It is wrong for about one word in ten.
 */
final class SyllableEstimate {

	private static final String VOWELS = "aeiouy";

	private SyllableEstimate() {
	}

	/**
	 * Estimates the syllables of a word.
	 * @param text a text
	 * @param start the offset at which the word starts
	 * @param end the offset after it
	 * @return the number, at least 1
	 */
	static int of(String text, int start, int end) {
		int letters = end;
		// a possessive s is no syllable of its own
		if (end - start > 2 && lower(text, end - 1) == 's' && Words.isApostrophe(text.charAt(end - 2))) {
			letters = end - 2;
		}
		int runs = 0;
		boolean inside = false;
		for (int i = start; i < letters; i++) {
			boolean vowel = isVowel(text, i);
			runs += (vowel && !inside) ? 1 : 0;
			inside = vowel;
		}
		return Math.max(1, runs - (isSilent(text, start, letters) ? 1 : 0));
	}

	private static boolean isVowel(String text, int index) {
		return VOWELS.indexOf(lower(text, index)) >= 0;
	}

	// late, moved, tides; but not table, wanted, houses or tree
	private static boolean isSilent(String text, int start, int end) {
		char last = lower(text, end - 1);
		int e = (last == 'e') ? end - 1 : end - 2;
		if (e - start < 2 || lower(text, e) != 'e' || isVowel(text, e - 1)) {
			return false;
		}
		char before = lower(text, e - 1);
		return switch (last) {
			case 'e' -> before != 'l' || isVowel(text, e - 2);
			case 'd' -> before != 't' && before != 'd';
			case 's' -> "sxzcg".indexOf(before) < 0 && !(before == 'h' && "cs".indexOf(lower(text, e - 2)) >= 0)
					&& (before != 'l' || isVowel(text, e - 2));
			default -> false;
		};
	}

	private static char lower(String text, int index) {
		char unit = text.charAt(index);
		return (unit >= 'A' && unit <= 'Z') ? (char) (unit + ('a' - 'A')) : unit;
	}

}
