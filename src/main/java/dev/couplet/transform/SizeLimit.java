package dev.couplet.transform;

/**
 * The maximum size of a value.
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
	 * Checks a size before the value is built.
	 * @param size the size in bytes, in UTF-8 if it is a text
	 * @throws ValueTooLargeException if the size exceeds the limit
	 */
	public void check(long size) {
		if (size > this.bytes) {
			throw new ValueTooLargeException(this.bytes);
		}
	}

	/**
	 * Checks the size of a value.
	 * @param value the value
	 * @throws ValueTooLargeException if the value exceeds the limit
	 */
	void check(Value value) {
		if ((long) value.length() * MAX_BYTES_PER_CHAR > this.bytes) {
			check(value.size());
		}
	}

	/**
	 * Checks the size of a text. The bytes are counted only if the text's length does not
	 * decide it.
	 * @param text the text
	 * @throws ValueTooLargeException if the text exceeds the limit
	 */
	public void check(String text) {
		if ((long) text.length() * MAX_BYTES_PER_CHAR > this.bytes) {
			check(Utf8.size(text));
		}
	}

}
