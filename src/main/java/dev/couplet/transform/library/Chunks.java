package dev.couplet.transform.library;

/**
 * Splits a text into chunks, for a function that is slow on long texts and whose result
 * depends on adjacent characters: after white space if possible, otherwise between two
 * characters that do not combine.
 */
final class Chunks {

	private static final int MIN_LENGTH = 64;

	private static final int MAX_LENGTH = 256;

	private Chunks() {
	}

	/**
	 * Returns the end of a chunk.
	 * @param text any text
	 * @param start the start of the chunk, before the end of the text
	 * @return the end, at most 256 code units after the start. It is never inside a
	 * surrogate pair, and inside a run of combining characters only if the run is longer
	 * than that
	 */
	static int end(String text, int start) {
		if (text.length() - start <= MAX_LENGTH) {
			return text.length();
		}
		int last = start + MAX_LENGTH;
		for (int end = start + MIN_LENGTH; end <= last; end++) {
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
