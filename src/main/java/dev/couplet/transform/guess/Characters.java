package dev.couplet.transform.guess;

/**
 * Which characters a text consists of: what a decoder can tell without decoding.
 */
final class Characters {

	private static final String BREAKS = "\r\n";

	private static final int ASCII = 128;

	private final int[] counts = new int[ASCII];

	private final int others;

	Characters(String text) {
		int more = 0;
		for (int i = 0; i < text.length(); i++) {
			char unit = text.charAt(i);
			if (unit < ASCII) {
				this.counts[unit]++;
			}
			else {
				more++;
			}
		}
		this.others = more;
	}

	int count(char character) {
		return this.counts[character];
	}

	/**
	 * Counts the characters of a range.
	 * @param first the first ASCII character
	 * @param last the last one
	 * @return how many of them the text contains
	 */
	int count(char first, char last) {
		int sum = 0;
		for (int i = first; i <= last; i++) {
			sum += this.counts[i];
		}
		return sum;
	}

	int digits() {
		return count('0', '9');
	}

	int capitals() {
		return count('A', 'Z');
	}

	int smallLetters() {
		return count('a', 'z');
	}

	/**
	 * Returns whether nothing but letters, digits, line breaks and the given characters
	 * occurs.
	 * @param more ASCII characters
	 * @return whether there are no other characters
	 */
	boolean areAlphanumericOr(String more) {
		int sum = digits() + capitals() + smallLetters();
		return sum + count(more) + count(BREAKS) == total();
	}

	/**
	 * Returns whether nothing but the given characters occurs.
	 * @param all ASCII characters
	 * @return whether there are no other characters
	 */
	boolean areOnly(String all) {
		return count(all) == total();
	}

	/**
	 * Counts some characters.
	 * @param characters different ASCII characters
	 * @return how many of them the text contains
	 */
	int count(String characters) {
		return characters.chars().map((character) -> this.counts[character]).sum();
	}

	int total() {
		return count((char) 0, (char) (ASCII - 1)) + this.others;
	}

	/**
	 * Returns the number of characters in one of the encodings with letters of both
	 * cases.
	 * @return how many of capitals, small letters and digits occur
	 */
	int classes() {
		return ((capitals() > 0) ? 1 : 0) + ((smallLetters() > 0) ? 1 : 0) + ((digits() > 0) ? 1 : 0);
	}

}
