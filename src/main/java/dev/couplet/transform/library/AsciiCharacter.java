package dev.couplet.transform.library;

/**
 * The classes of ASCII characters. {@link Character} has only those of all Unicode.
 */
final class AsciiCharacter {

	private AsciiCharacter() {
	}

	/**
	 * Returns whether a character is one of 0 to 9.
	 * @param character a character, a UTF-16 code unit or a byte
	 * @return whether it is an ASCII digit
	 */
	static boolean isDigit(int character) {
		return character >= '0' && character <= '9';
	}

	/**
	 * Returns whether a character is one of A to Z and a to z.
	 * @param character a character, a UTF-16 code unit or a byte
	 * @return whether it is an ASCII letter
	 */
	static boolean isLetter(int character) {
		return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
	}

	/**
	 * Returns whether a character is an ASCII letter or digit.
	 * @param character a character, a UTF-16 code unit or a byte
	 * @return whether it is one of A to Z, a to z and 0 to 9
	 */
	static boolean isLetterOrDigit(int character) {
		return isLetter(character) || isDigit(character);
	}

}
