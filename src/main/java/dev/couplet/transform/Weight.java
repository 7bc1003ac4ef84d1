package dev.couplet.transform;

/**
 * What a transform costs: the nanoseconds that it takes, at the most, for each UTF-16
 * code unit of a text. Only the order of magnitude counts.
 *
 * @param any for the text for which it is slowest, at least 1
 * @param ascii for the text of ASCII alone for which it is slowest, at least 1; less than
 * for any other where the transform has a shortcut
 */
record Weight(int any, int ascii) {

	static final Weight DEFAULT = new Weight(100, 100);

	Weight {
		if (ascii < 1 || any < ascii) {
			throw new IllegalArgumentException("a weight is at least 1, and for ASCII no more than for any text");
		}
	}

	/**
	 * What a text may take.
	 * @param length UTF-16 code units
	 * @param ascii whether the text is known to be of ASCII alone
	 * @return nanoseconds
	 */
	long cost(int length, boolean ascii) {
		return Math.max(1L, length) * (ascii ? this.ascii : this.any);
	}

}
