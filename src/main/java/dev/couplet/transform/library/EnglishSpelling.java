package dev.couplet.transform.library;

import java.util.List;
import java.util.stream.Stream;

/**
 * Syllables and rhymes by spelling, for words that are in no dictionary.
 */
final class EnglishSpelling {

	private static final String ENGLISH_VOWELS = "aeiouy" + SpokenWords.ACCENTED_E;

	private static final String VOWELS = ENGLISH_VOWELS + Syllables.OTHER_VOWELS;

	// after an e that is not spoken, as in "useful" and "basements"
	private static final List<String> SUFFIXES = Stream.of("ly", "ment", "ful", "less", "ness")
		.flatMap((suffix) -> Stream.of(suffix, suffix + "s"))
		.toList();

	// before and after a word
	private static final char NONE = ' ';

	private EnglishSpelling() {
	}

	/**
	 * Estimates the syllables of a word. Nine in ten words of the CMU Pronouncing
	 * Dictionary get the number that they have there.
	 * @param word a word of a-z, apostrophes and accented e
	 * @return their number, at least 1
	 */
	static int syllables(String word) {
		boolean possessive = word.endsWith("'s");
		String owner = possessive ? word.substring(0, word.length() - 2) : word;
		String spoken = withoutSilent(owner.replace("'", "")).replace(SpokenWords.ACCENTED_E, 'e');
		int syllables = vowelGroups(spoken);
		for (int i = 0; i < spoken.length(); i++) {
			syllables += isSplit(spoken, i) ? 1 : 0;
		}
		return Math.max(1, syllables) + ((possessive && isSibilant(owner)) ? 1 : 0);
	}

	// whether a possessive s is a syllable
	private static boolean isSibilant(String owner) {
		char before = at(owner, owner.length() - 2);
		return switch (at(owner, owner.length() - 1)) {
			case 's', 'x', 'z' -> true;
			case 'h' -> isIn("cs", before);
			case 'e' -> isIn("cgsz", before);
			default -> false;
		};
	}

	private static String withoutSilent(String word) {
		int length = word.length();
		if (word.endsWith("ically")) {
			return without(word, length - "ally".length());
		}
		if (word.endsWith("e")) {
			return withoutEnding(word, "e", "");
		}
		if (word.endsWith("ed")) {
			return withoutEnding(word, "ed", "td");
		}
		if (word.endsWith("es") && !word.endsWith("ches") && !word.endsWith("shes")) {
			return withoutEnding(word, "es", "sxzcg");
		}
		for (String suffix : SUFFIXES) {
			int e = length - suffix.length() - 1;
			if (at(word, e) == 'e' && word.endsWith(suffix) && isSilentAfter(at(word, e - 2), at(word, e - 1))) {
				return without(word, e);
			}
		}
		return word;
	}

	private static String without(String word, int index) {
		return word.substring(0, index) + word.substring(index + 1);
	}

	// an ending is spoken after vowels, after l and r that follow a consonant, and after
	// some consonants
	private static String withoutEnding(String word, String ending, String consonants) {
		String stem = word.substring(0, word.length() - ending.length());
		char last = at(stem, stem.length() - 1);
		char before = at(stem, stem.length() - 2);
		boolean afterConsonant = isConsonant(before) && !isIn("lr", before);
		boolean spoken = last == NONE || isVowel(last) || (isIn("lr", last) && afterConsonant)
				|| isIn(consonants, last);
		return spoken ? word : stem;
	}

	// whether an e before a suffix is not spoken
	private static boolean isSilentAfter(char before, char last) {
		return (isVowel(before) && !isVowel(last)) || (isIn("rs", before) && isIn("cs", last));
	}

	private static int vowelGroups(String letters) {
		int groups = 0;
		boolean vowel = false;
		for (int i = 0; i < letters.length(); i++) {
			boolean next = isVowel(letters.charAt(i));
			groups += (next && !vowel) ? 1 : 0;
			vowel = next;
		}
		return groups;
	}

	// whether vowels are two syllables here, as in "diary" and "video", or consonants are
	// one
	private static boolean isSplit(String word, int index) {
		char before = at(word, index - 1);
		char after = at(word, index + 1);
		return switch (word.charAt(index)) {
			case 'e' -> after == 'o' && !word.startsWith("us", index + 2);
			case 'i' -> switch (after) {
				case 'a', 'o' -> !isIn("tscg", before);
				case 'n' -> isVowel(before) && before != 'y' && at(word, index + 2) == 'g';
				case 'u' -> at(word, index + 2) == 'm';
				case 'e' ->
					isConsonant(before) && before != 't' && at(word, index + 2) == 'r' && at(word, index + 3) == NONE;
				default -> false;
			};
			case 'm' -> isSyllabic(word, index);
			case 'u' -> switch (after) {
				case 'a' -> at(word, index + 2) != 'r';
				case 'o' -> isConsonant(before) && !isIn("gq", before);
				default -> false;
			};
			case 'y' -> switch (after) {
				case 'a' -> before != NONE && before != 'n';
				// "yia" is split at one of its letters
				case 'i' -> (isVowel(before) && before != 'y') || !isSplit(word, index + 1);
				case 'e', 'o', 'u' -> isVowel(before) && before != 'y';
				default -> false;
			};
			default -> false;
		};
	}

	// whether an m is a syllable, as in "rhythm", "prism" and "mcdonald"
	private static boolean isSyllabic(String word, int index) {
		if (index == 0) {
			return word.startsWith("mc") && isConsonant(at(word, 2));
		}
		boolean prism = at(word, index - 1) == 's' && isVowel(at(word, index - 2));
		boolean rhythm = word.startsWith("th", index - 2) && isVowel(at(word, index - 3));
		return index == word.length() - 1 && (prism || rhythm);
	}

	private static boolean isVowel(char letter) {
		return isIn(ENGLISH_VOWELS, letter);
	}

	private static boolean isConsonant(char letter) {
		return letter != NONE && !isVowel(letter);
	}

	private static boolean isIn(String letters, char letter) {
		return letters.indexOf(letter) >= 0;
	}

	private static char at(String word, int index) {
		return (index >= 0 && index < word.length()) ? word.charAt(index) : NONE;
	}

	/**
	 * Returns the part of a word that is the same in words that look as if they rhyme.
	 * @param word a word as {@link SpokenWords} gives it, but not a number
	 * @return from the last spoken vowel on, or the last two characters if there is none
	 */
	static String rhyme(String word) {
		int end = word.length();
		int last = lastVowel(word, end);
		if (last == end - 1 && last > 0 && word.charAt(last) == 'e' && VOWELS.indexOf(word.charAt(last - 1)) < 0) {
			// a silent e
			int earlier = lastVowel(word, last - 1);
			last = (earlier >= 0) ? earlier : last;
		}
		while (last > 0 && VOWELS.indexOf(word.charAt(last - 1)) >= 0) {
			last--;
		}
		int start = (last >= 0) ? last : word.offsetByCodePoints(end, -Math.min(2, word.codePointCount(0, end)));
		return word.substring(start).replace(SpokenWords.ACCENTED_E, 'e');
	}

	private static int lastVowel(String word, int end) {
		int index = end - 1;
		while (index >= 0 && VOWELS.indexOf(word.charAt(index)) < 0) {
			index--;
		}
		return index;
	}

}
