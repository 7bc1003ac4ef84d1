package dev.couplet.transform.library;

/**
 * Ciphers that replace each of the 26 ASCII letters by another, in the same case, and
 * leave all other characters unchanged.
 */
final class LetterShift {

	private static final int ALPHABET = 26;

	private LetterShift() {
	}

	/**
	 * Moves letters forward in the alphabet.
	 * @param text any text
	 * @param key how far: the first letter by the first number, and so on, starting again
	 * after the last
	 * @return the result
	 */
	static String shift(String text, int... key) {
		StringBuilder result = new StringBuilder(text.length());
		int letters = 0;
		for (int i = 0; i < text.length(); i++) {
			char unit = text.charAt(i);
			if (AsciiCharacter.isLetter(unit)) {
				char first = first(unit);
				result.append((char) (first + Math.floorMod(unit - first + key[letters], ALPHABET)));
				letters = (letters + 1 < key.length) ? letters + 1 : 0;
			}
			else {
				result.append(unit);
			}
		}
		return result.toString();
	}

	static String mirror(String text) {
		StringBuilder result = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char unit = text.charAt(i);
			result.append(AsciiCharacter.isLetter(unit) ? (char) (2 * first(unit) + ALPHABET - 1 - unit) : unit);
		}
		return result.toString();
	}

	/**
	 * Returns the place of a letter in the alphabet.
	 * @param letter an ASCII letter
	 * @return a number from 0
	 */
	static int index(int letter) {
		return letter - first(letter);
	}

	private static char first(int letter) {
		return (letter >= 'a') ? 'a' : 'A';
	}

}
