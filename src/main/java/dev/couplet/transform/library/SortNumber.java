package dev.couplet.transform.library;

/**
 * The number at the start of a line, as sort(1) reads it with -n: after spaces and tabs,
 * an optional minus sign, digits, and digits after a decimal point. A line without a
 * number counts as 0. The digits are compared as text, so that a number may have any
 * length.
 *
 * @param sign -1, 0 or 1
 * @param whole the digits before the point, without leading zeros
 * @param fraction the digits after the point, without trailing zeros
 */
record SortNumber(int sign, String whole, String fraction) implements Comparable<SortNumber> {

	private static final SortNumber ZERO = new SortNumber(0, "", "");

	static SortNumber of(String line) {
		int start = 0;
		while (start < line.length() && (line.charAt(start) == ' ' || line.charAt(start) == '\t')) {
			start++;
		}
		boolean negative = line.startsWith("-", start);
		int first = negative ? start + 1 : start;
		int point = endOfDigits(line, first);
		int end = line.startsWith(".", point) ? endOfDigits(line, point + 1) : point;
		while (first < point && line.charAt(first) == '0') {
			first++;
		}
		while (end > point && (line.charAt(end - 1) == '0' || end == point + 1)) {
			end--;
		}
		if (first == point && end == point) {
			return ZERO;
		}
		String fraction = (end > point) ? line.substring(point + 1, end) : "";
		return new SortNumber(negative ? -1 : 1, line.substring(first, point), fraction);
	}

	private static int endOfDigits(String line, int start) {
		int end = start;
		while (end < line.length() && AsciiCharacter.isDigit(line.charAt(end))) {
			end++;
		}
		return end;
	}

	@Override
	public int compareTo(SortNumber other) {
		if (this.sign != other.sign) {
			return Integer.compare(this.sign, other.sign);
		}
		int order = Integer.compare(this.whole.length(), other.whole.length());
		order = (order != 0) ? order : this.whole.compareTo(other.whole);
		order = (order != 0) ? order : this.fraction.compareTo(other.fraction);
		return this.sign * order;
	}

}
