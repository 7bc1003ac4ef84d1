package dev.couplet.transform.library;

import dev.couplet.transform.ValueRefusedException;

/**
 * A text that limits how often it is read. To find one match takes linear time, but to
 * find all of them can take quadratic time: {@code a(.*b)?} reads a text of a's to its
 * end for each match.
 */
final class ReadLimit implements CharSequence {

	// most patterns read each character 3 to 5 times
	private static final int MAX_READS = 16;

	private static final int MAX_READS_OF_SHORT_TEXT = 1000;

	private final String text;

	private long left;

	ReadLimit(String text) {
		this.text = text;
		this.left = (long) MAX_READS * text.length() + MAX_READS_OF_SHORT_TEXT;
	}

	@Override
	public int length() {
		return this.text.length();
	}

	@Override
	public char charAt(int index) {
		if (--this.left < 0) {
			throw new ValueRefusedException("the pattern reads the text more than " + MAX_READS
					+ " times; it should need less of the text after each match");
		}
		return this.text.charAt(index);
	}

	@Override
	public CharSequence subSequence(int start, int end) {
		return this.text.subSequence(start, end);
	}

	@Override
	public String toString() {
		return this.text;
	}

}
