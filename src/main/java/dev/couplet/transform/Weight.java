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
	 * @param text the text
	 * @param knownAscii whether it is known to be of ASCII alone
	 * @param cheap the cost up to which it is worth a look whether the text is of ASCII
	 * alone
	 * @return nanoseconds
	 */
	long cost(String text, boolean knownAscii, long cheap) {
		long length = Math.max(1, text.length());
		long cost = length * this.any;
		boolean looking = cost > cheap && length * this.ascii <= cheap;
		return (looking && (knownAscii || Utf8.isAscii(text))) ? length * this.ascii : cost;
	}

}
