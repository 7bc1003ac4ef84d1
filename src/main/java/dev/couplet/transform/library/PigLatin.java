package dev.couplet.transform.library;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Pig Latin: the leading consonants of a word move to its end, followed by "ay". A word
 * that starts with a vowel gets "way".
 */
final class PigLatin {

	private static final String VOWELS = "aeiou\u00E6\u00F8\u0153";

	private PigLatin() {
	}

	/**
	 * Translates a text.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return the text; anything but words of Latin letters is left unchanged
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String of(String text, SizeLimit limit) {
		LimitedBuilder result = new LimitedBuilder(limit);
		int start = 0;
		int i = 0;
		while (i < text.length()) {
			int character = text.codePointAt(i);
			if (!Words.isWordCharacter(character)) {
				i += Character.charCount(character);
				continue;
			}
			int end = Words.end(text, i);
			String word = text.substring(i, end);
			result.append(text.substring(start, i)).append(isLatin(word) ? translate(word) : word);
			start = end;
			i = end;
		}
		return result.append(text.substring(start)).toString();
	}

	private static boolean isLatin(String word) {
		if (!Character.isLetter(word.codePointAt(0))) {
			return false;
		}
		for (int i = 0; i < word.length();) {
			int character = word.codePointAt(i);
			if (Character.isDigit(character) || (Character.isLetter(character) && !isLatin(character))) {
				return false;
			}
			i += Character.charCount(character);
		}
		return true;
	}

	private static boolean isLatin(int letter) {
		return UScript.getScript(letter) == UScript.LATIN;
	}

	private static String translate(String word) {
		int onset = onset(word);
		if (onset == 0) {
			return word + (isAllCaps(word) ? "WAY" : "way");
		}
		String head = word.substring(0, onset);
		String tail = word.substring(onset);
		if (isAllCaps(word)) {
			return tail + head + "AY";
		}
		if (Words.isUpper(word.codePointAt(0)) && !tail.isEmpty()) {
			int first = Character.charCount(tail.codePointAt(0));
			tail = Words.upper(tail.substring(0, first)) + tail.substring(first);
			head = Words.lower(head);
		}
		return tail + head + "ay";
	}

	// the length of a word's leading consonants
	private static int onset(String word) {
		int before = -1;
		for (int i = 0; i < word.length();) {
			int character = word.codePointAt(i);
			// a mark belongs to the letter before it
			if (!Words.isMark(character)) {
				int letter = Letters.base(character);
				boolean vowel = VOWELS.indexOf(letter) >= 0 && !(letter == 'u' && before == 'q');
				if (vowel || (letter == 'y' && before >= 0)) {
					return i;
				}
				before = letter;
			}
			i += Character.charCount(character);
		}
		return word.length();
	}

	private static boolean isAllCaps(String word) {
		int capitals = 0;
		for (int i = 0; i < word.length();) {
			int character = word.codePointAt(i);
			if (UCharacter.isLowerCase(character)) {
				return false;
			}
			capitals += UCharacter.isUpperCase(character) ? 1 : 0;
			i += Character.charCount(character);
		}
		return capitals > 1;
	}

}
