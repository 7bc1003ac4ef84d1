package dev.couplet.transform.library;

/**
 * How English speaks numbers.
 */
final class SpokenNumber {

	// zero to nineteen
	private static final int[] SMALL = { 2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2 };

	// twenty to ninety
	private static final int[] TENS = { 0, 0, 2, 2, 2, 2, 2, 3, 2, 2 };

	private static final int MAX_DIGITS = 6;

	private static final int TEN = 10;

	private static final int HUNDRED = 100;

	private static final int THOUSAND = 1000;

	// such as ten sixty-six, nineteen hundred, and nineteen eighty-four
	private static final int FIRST_YEAR = 1010;

	private static final int LAST_YEAR = 1999;

	private SpokenNumber() {
	}

	/**
	 * Counts the syllables of a number.
	 * @param digits ASCII digits
	 * @return the syllables of the number, or of its digits if it has more than six or
	 * begins with a zero
	 */
	static int syllables(String digits) {
		if (digits.length() > MAX_DIGITS || (digits.charAt(0) == '0' && digits.length() > 1)) {
			return digits.chars().map((digit) -> SMALL[digit - '0']).sum();
		}
		int number = Integer.parseInt(digits);
		if (number >= FIRST_YEAR && number <= LAST_YEAR) {
			return year(number / HUNDRED, number % HUNDRED);
		}
		return (number == 0) ? SMALL[0] : thousands(number);
	}

	private static int year(int century, int year) {
		if (year == 0) {
			return tens(century) + 2;
		}
		return tens(century) + ((year < TEN) ? 1 : 0) + tens(year);
	}

	private static int thousands(int number) {
		int thousand = number / THOUSAND;
		return ((thousand > 0) ? hundreds(thousand) + 2 : 0) + hundreds(number % THOUSAND);
	}

	private static int hundreds(int number) {
		int hundred = number / HUNDRED;
		return ((hundred > 0) ? SMALL[hundred] + 2 : 0) + tens(number % HUNDRED);
	}

	private static int tens(int number) {
		if (number < SMALL.length) {
			return (number > 0) ? SMALL[number] : 0;
		}
		int one = number % TEN;
		return TENS[number / TEN] + ((one > 0) ? SMALL[one] : 0);
	}

}
