package dev.couplet.transform.library;

/**
 * The value of a JSON number of any size, for comparison. 1, 1.0 and 10e-1 are equal, and
 * 1e999999999 is never written out.
 *
 * @param sign -1, 0 or 1
 * @param exponent the power of ten of the first digit; larger than that of any other
 * number if it has more than 17 digits itself
 * @param digits the digits, without zeros at the start and the end
 */
record JsonNumber(int sign, long exponent, String digits) implements Comparable<JsonNumber> {

	private static final JsonNumber ZERO = new JsonNumber(0, 0, "");

	private static final int MAX_DIGITS = 17;

	private static final long HUGE = 1_000_000_000_000_000_000L;

	/**
	 * Reads a number.
	 * @param word the number as JSON writes it
	 * @return its value
	 */
	static JsonNumber of(String word) {
		boolean negative = word.charAt(0) == '-';
		int power = Math.max(word.indexOf('e'), word.indexOf('E'));
		String mantissa = word.substring(negative ? 1 : 0, (power < 0) ? word.length() : power);
		int point = mantissa.indexOf('.');
		String digits = (point < 0) ? mantissa : mantissa.substring(0, point) + mantissa.substring(point + 1);
		int start = 0;
		while (start < digits.length() && digits.charAt(start) == '0') {
			start++;
		}
		int end = digits.length();
		while (end > start && digits.charAt(end - 1) == '0') {
			end--;
		}
		if (start == end) {
			return ZERO;
		}
		long first = ((point < 0) ? mantissa.length() : point) - start - 1L;
		long exponent = (power < 0) ? first : first + exponent(word.substring(power + 1));
		return new JsonNumber(negative ? -1 : 1, exponent, digits.substring(start, end));
	}

	private static long exponent(String word) {
		boolean negative = word.charAt(0) == '-';
		int start = (negative || word.charAt(0) == '+') ? 1 : 0;
		while (start < word.length() - 1 && word.charAt(start) == '0') {
			start++;
		}
		long size = (word.length() - start > MAX_DIGITS) ? HUGE : Long.parseLong(word.substring(start));
		return negative ? -size : size;
	}

	@Override
	public int compareTo(JsonNumber other) {
		if (this.sign != other.sign) {
			return Integer.compare(this.sign, other.sign);
		}
		int order = Long.compare(this.exponent, other.exponent);
		return this.sign * ((order != 0) ? order : this.digits.compareTo(other.digits));
	}

}
