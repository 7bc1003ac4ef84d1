package dev.couplet.transform.library;

/**
 * Where to cut a text for a function that is slow on long texts and looks at a
 * character's neighbours: after white space where there is some, else between two
 * characters that do not combine.
 */
final class Pieces {

	private static final int SHORTEST = 64;

	private static final int LONGEST = 256;

	private Pieces() {
	}

	/**
	 * Finds the end of a piece.
	 * @param text any text
	 * @param start where the piece starts, before the end of the text
	 * @return where it ends, after at most 256 code units. Never within a surrogate pair;
	 * within a row of combining characters only where the row is longer than that
	 */
	static int end(String text, int start) {
		if (text.length() - start <= LONGEST) {
			return text.length();
		}
		int last = start + LONGEST;
		for (int end = start + SHORTEST; end <= last; end++) {
			if (WhiteSpace.is(text.charAt(end - 1)) && isBoundary(text, end)) {
				return end;
			}
		}
		for (int end = last; end > start; end--) {
			if (isBoundary(text, end)) {
				return end;
			}
		}
		return Character.isLowSurrogate(text.charAt(last)) ? last - 1 : last;
	}

	private static boolean isBoundary(String text, int offset) {
		return !Character.isLowSurrogate(text.charAt(offset))
				&& Normalization.NFC.hasBoundaryBefore(text.codePointAt(offset));
	}

}
