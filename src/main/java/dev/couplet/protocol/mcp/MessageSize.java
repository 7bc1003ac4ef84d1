package dev.couplet.protocol.mcp;

import dev.couplet.transform.SizeLimit;

/**
 * How large a message may be.
 */
final class MessageSize {

	// a control character of one byte has an escape of six
	private static final int MAX_EXPANSION = 6;

	// the recipe and the rest
	private static final int OVERHEAD = 64 * 1024;

	private static final int MAX_ARRAY_LENGTH = Integer.MAX_VALUE - 16;

	private MessageSize() {
	}

	/**
	 * Returns the maximum size of a message.
	 * @param value the maximum size of a value
	 * @return the number of bytes
	 */
	static int limit(SizeLimit value) {
		return (int) Math.min(MAX_EXPANSION * value.bytes() + OVERHEAD, MAX_ARRAY_LENGTH);
	}

}
