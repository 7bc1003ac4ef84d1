package dev.couplet.transform.library;

import dev.couplet.transform.SizeLimit;

/**
 * Bacon's cipher with a code for each of the 26 letters: its place in the alphabet in
 * five binary digits, written as A and B. (The original has 24 letters.)
 */
final class Bacon {

	private static final int LENGTH = 5;

	private static final int ALPHABET = 26;

	private Bacon() {
	}

	static String encode(String text, SizeLimit limit) {
		return CodeWords.encode(text, CodeWords.CharacterCode.orItself(Bacon::code), limit);
	}

	private static String code(char character) {
		if (!AsciiCharacter.isLetter(character)) {
			return String.valueOf(character);
		}
		StringBuilder code = new StringBuilder();
		for (int bit = LENGTH - 1; bit >= 0; bit--) {
			boolean set = ((LetterShift.index(character) >> bit) & 1) == 1;
			code.append(set ? 'B' : 'A');
		}
		return code.toString();
	}

	static String decode(String text, SizeLimit limit) {
		return CodeWords.decode(text, Bacon::letters, limit);
	}

	private static String letters(String text, int start, int end) {
		StringBuilder letters = new StringBuilder();
		int index = 0;
		int count = 0;
		for (int i = start; i < end; i++) {
			char unit = text.charAt(i);
			if (AsciiCharacter.isLetter(unit)) {
				if (LetterShift.index(unit) > 1) {
					throw TextPosition.refusal("a letter other than A and B", text, i, "put bacon-encode first");
				}
				index = 2 * index + LetterShift.index(unit);
				count++;
			}
			else if (count == 0) {
				letters.append(unit);
			}
			if (count > 0 && (count == LENGTH || i + 1 == end || !AsciiCharacter.isLetter(text.charAt(i + 1)))) {
				if (count < LENGTH || index >= ALPHABET) {
					throw TextPosition.refusal("A's and B's that do not stand for a letter", text, i + 1 - count,
							"each letter is five of them, from AAAAA to BBAAB");
				}
				letters.append((char) ('A' + index));
				index = 0;
				count = 0;
			}
		}
		return letters.toString();
	}

}
