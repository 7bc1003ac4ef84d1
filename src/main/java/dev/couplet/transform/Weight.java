package dev.couplet.transform;

/**
 * The cost of a transform: an upper bound in nanoseconds for each UTF-16 code unit of a
 * text, or for each byte. Only the order of magnitude matters.
 *
 * @param any for the worst-case value, at least 1
 * @param ascii for the worst-case text of pure ASCII, at least 1 and at most {@code any}
 * @param call for each call, whatever the length, at least 0
 */
record Weight(int any, int ascii, int call) {

	static final Weight DEFAULT = new Weight(100, 100, 0);

	Weight {
		if (ascii < 1 || any < ascii) {
			throw new IllegalArgumentException(
					"a weight must be at least 1, and the ASCII weight must not exceed the other");
		}
	}

	/**
	 * Returns the cost of transforming a value.
	 * @param length its length in UTF-16 code units or bytes
	 * @param ascii whether it is known to be pure ASCII
	 * @return nanoseconds
	 */
	long cost(int length, boolean ascii) {
		return this.call + Math.max(1L, length) * (ascii ? this.ascii : this.any);
	}

}
