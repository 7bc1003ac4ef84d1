package dev.couplet.transform.library;

/**
 * Estimates the size of a pattern before it is compiled, so that
 * {@code (abc{1000}){1000}} takes no time. The estimate is not less than about the number
 * of instructions that RE2/J compiles it to.
 */
final class PatternSize {

	private static final long TOO_LARGE = 1_000_000;

	private static final String NAMED_ESCAPES = "pPx";

	private final String pattern;

	private int index;

	private PatternSize(String pattern) {
		this.pattern = pattern;
	}

	/**
	 * Estimates the size of a pattern.
	 * @param pattern any text
	 * @return the number of characters, classes and groups, each as often as it is
	 * repeated
	 */
	static long of(String pattern) {
		PatternSize size = new PatternSize(pattern);
		long total = 0;
		while (size.index < pattern.length()) {
			// more than once only after an unmatched closing bracket
			total += size.sequence();
			size.index++;
		}
		return total;
	}

	private long sequence() {
		long total = 0;
		while (this.index < this.pattern.length() && this.pattern.charAt(this.index) != ')') {
			total = Math.min(TOO_LARGE, total + repeated(atom()));
		}
		return total;
	}

	private long atom() {
		char first = this.pattern.charAt(this.index++);
		switch (first) {
			case '(' -> {
				long inner = sequence();
				this.index++;
				return inner + 2;
			}
			case '[' -> skipClass();
			case '\\' -> {
				return isAt(this.index, 'Q') ? quoted() : escape();
			}
			default -> {
				return 1;
			}
		}
		return 1;
	}

	private long quoted() {
		int start = this.index + 1;
		int end = this.pattern.indexOf("\\E", start);
		this.index = (end < 0) ? this.pattern.length() : end + 2;
		return 1L + ((end < 0) ? this.pattern.length() : end) - start;
	}

	private long escape() {
		char named = (this.index < this.pattern.length()) ? this.pattern.charAt(this.index++) : ' ';
		boolean braces = this.index < this.pattern.length() && this.pattern.charAt(this.index) == '{';
		if (NAMED_ESCAPES.indexOf(named) >= 0 && braces) {
			int end = this.pattern.indexOf('}', this.index);
			this.index = (end < 0) ? this.pattern.length() : end + 1;
		}
		return 1;
	}

	/**
	 * Returns the end of a class.
	 * @param pattern any text
	 * @param start the index after its opening bracket
	 * @return the index after its closing bracket, or more than the length if there is
	 * none
	 */
	static int endOfClass(String pattern, int start) {
		PatternSize size = new PatternSize(pattern);
		size.index = start;
		size.skipClass();
		return size.index;
	}

	private void skipClass() {
		int start = this.index;
		start += isAt(start, '^') ? 1 : 0;
		// the first closing bracket stands for itself
		this.index = start + (isAt(start, ']') ? 1 : 0);
		while (this.index < this.pattern.length() && this.pattern.charAt(this.index) != ']') {
			if (this.pattern.startsWith("[:", this.index)) {
				int end = this.pattern.indexOf(":]", this.index);
				this.index = (end < 0) ? this.index + 1 : end + 2;
			}
			else {
				this.index += isAt(this.index, '\\') ? 2 : 1;
			}
		}
		this.index++;
	}

	private boolean isAt(int place, char unit) {
		return place < this.pattern.length() && this.pattern.charAt(place) == unit;
	}

	private long repeated(long size) {
		long total = size;
		while (this.index < this.pattern.length() && "*+?{".indexOf(this.pattern.charAt(this.index)) >= 0) {
			if (this.pattern.charAt(this.index) == '{') {
				int end = this.pattern.indexOf('}', this.index);
				String bounds = (end < 0) ? "" : this.pattern.substring(this.index + 1, end);
				int most = largest(bounds);
				if (most == 0) {
					// not a repetition
					return total;
				}
				boolean branches = bounds.indexOf(',') >= 0;
				total = Math.min(TOO_LARGE, total * most + (branches ? most : 0));
				this.index = end + 1;
			}
			else {
				total++;
				this.index++;
			}
		}
		return total;
	}

	private static int largest(String bounds) {
		int largest = 0;
		for (String bound : bounds.split(",", -1)) {
			if (!bound.matches("[0-9]{0,9}")) {
				return 0;
			}
			largest = Math.max(largest, bound.isEmpty() ? 0 : Integer.parseInt(bound));
		}
		return largest;
	}

}
