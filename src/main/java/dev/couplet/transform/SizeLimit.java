package dev.couplet.transform;

/**
 * How large a text may be.
 *
 * @param bytes the most bytes that its UTF-8 form may have, at least 1
 */
public record SizeLimit(long bytes) {

	private static final int MOST_BYTES_PER_CHAR = 3;

	public SizeLimit {
		if (bytes < 1) {
			throw new IllegalArgumentException("a limit is at least 1 byte");
		}
	}

	/**
	 * Refuses a size before the text that has it is built.
	 * @param size bytes of UTF-8
	 * @throws TextTooLargeException where the size is over the limit
	 */
	public void check(long size) {
		if (size > this.bytes) {
			throw new TextTooLargeException(this.bytes);
		}
	}

	/**
	 * Refuses a text over the limit. Counts only where the text's length leaves a doubt.
	 * @param text the text
	 * @throws TextTooLargeException where the text is over the limit
	 */
	public void check(String text) {
		if ((long) text.length() * MOST_BYTES_PER_CHAR > this.bytes) {
			check(Utf8.size(text));
		}
	}

}
