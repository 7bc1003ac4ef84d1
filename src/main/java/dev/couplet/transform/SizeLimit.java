package dev.couplet.transform;

/**
 * The maximum size of a text.
 *
 * @param bytes the maximum number of bytes in UTF-8, at least 1
 */
public record SizeLimit(long bytes) {

	private static final int MAX_BYTES_PER_CHAR = 3;

	public SizeLimit {
		if (bytes < 1) {
			throw new IllegalArgumentException("a limit must be at least 1 byte");
		}
	}

	/**
	 * Checks a size before the text is built.
	 * @param size the size in bytes of UTF-8
	 * @throws TextTooLargeException if the size exceeds the limit
	 */
	public void check(long size) {
		if (size > this.bytes) {
			throw new TextTooLargeException(this.bytes);
		}
	}

	/**
	 * Checks the size of a text. The bytes are counted only if the text's length does not
	 * decide it.
	 * @param text the text
	 * @throws TextTooLargeException if the text exceeds the limit
	 */
	public void check(String text) {
		if ((long) text.length() * MAX_BYTES_PER_CHAR > this.bytes) {
			check(Utf8.size(text));
		}
	}

}
