package dev.couplet.transform.library;

import dev.couplet.transform.SizeLimit;

/**
 * Letters as their numbers in the alphabet, from 1 to 26, with a hyphen between adjacent
 * ones.
 */
final class LetterNumbers {

	private static final int ALPHABET = 26;

	private static final int MAX_DIGITS = 2;

	private static final int DECIMAL = 10;

	private LetterNumbers() {
	}

	static String encode(String text, SizeLimit limit) {
		LimitedBuilder result = new LimitedBuilder(limit);
		boolean letter = false;
		int next;
		for (int i = 0; i < text.length(); i = next) {
			next = text.offsetByCodePoints(i, 1);
			boolean previous = letter;
			letter = AsciiCharacter.isLetter(text.charAt(i));
			if (letter) {
				result.append(previous ? "-" : "").append(Integer.toString(LetterShift.index(text.charAt(i)) + 1));
			}
			else {
				result.append(text.substring(i, next));
			}
		}
		return result.toString();
	}

	static String decode(String text) {
		StringBuilder result = new StringBuilder(text.length());
		boolean number = false;
		int i = 0;
		while (i < text.length()) {
			int end = i;
			while (end < text.length() && AsciiCharacter.isDigit(text.charAt(end))) {
				end++;
			}
			if (end > i) {
				result.append(letter(text, i, end));
				number = true;
				i = end;
			}
			else {
				boolean between = number && text.charAt(i) == '-' && i + 1 < text.length()
						&& AsciiCharacter.isDigit(text.charAt(i + 1));
				if (!between) {
					result.append(text.charAt(i));
				}
				number = false;
				i++;
			}
		}
		return result.toString();
	}

	private static char letter(String text, int start, int end) {
		int number = (end - start <= MAX_DIGITS) ? Integer.parseInt(text, start, end, DECIMAL) : 0;
		if (number < 1 || number > ALPHABET) {
			throw TextPosition.refusal("a number that is not from 1 to 26", text, start,
					"each number stands for a letter");
		}
		return (char) ('A' + number - 1);
	}

}
