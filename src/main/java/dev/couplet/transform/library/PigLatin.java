package dev.couplet.transform.library;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TextTooLargeException;

/**
 * Igpay Atinlay: the consonants that a word begins with go to its end, and "ay" after
 * them; a word that begins with a vowel gets "way".
 */
final class PigLatin {

	private static final String VOWELS = "aeiou\u00E6\u00F8\u0153";

	private PigLatin() {
	}

	/**
	 * Puts a text into Pig Latin.
	 * @param text any text
	 * @param limit what the result may come to
	 * @return the text, with all that is no word of Latin letters as it was
	 * @throws TextTooLargeException where the result would be over the limit
	 */
	static String of(String text, SizeLimit limit) {
		LimitedBuilder result = new LimitedBuilder(limit);
		int start = 0;
		int i = 0;
		while (i < text.length()) {
			int character = text.codePointAt(i);
			if (!Words.isPart(character)) {
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
		return Character.isLetter(word.codePointAt(0))
				&& word.codePoints().filter(Character::isLetter).allMatch(PigLatin::isLatin)
				&& word.codePoints().noneMatch(Character::isDigit);
	}

	private static boolean isLatin(int letter) {
		return UScript.getScript(letter) == UScript.LATIN;
	}

	private static String translate(String word) {
		int onset = onset(word);
		if (onset == 0) {
			return word + (isShouted(word) ? "WAY" : "way");
		}
		String head = word.substring(0, onset);
		String tail = word.substring(onset);
		if (isShouted(word)) {
			return tail + head + "AY";
		}
		if (Words.isUpper(word.codePointAt(0)) && !tail.isEmpty()) {
			int first = Character.charCount(tail.codePointAt(0));
			tail = Words.upper(tail.substring(0, first)) + tail.substring(first);
			head = Words.lower(head);
		}
		return tail + head + "ay";
	}

	// the length of the consonants that a word begins with
	private static int onset(String word) {
		int before = -1;
		for (int i = 0; i < word.length();) {
			int character = word.codePointAt(i);
			// marks go with their letter
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

	private static boolean isShouted(String word) {
		return word.codePoints().filter(UCharacter::isUpperCase).limit(2).count() == 2
				&& word.codePoints().noneMatch(UCharacter::isLowerCase);
	}

}
