package dev.couplet.transform.library;

import java.util.List;

/**
 * How English speaks numbers.
 */
final class SpokenNumber {

	// zero to nineteen
	private static final int[] SMALL = { 2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2 };

	// twenty to ninety
	private static final int[] TENS = { 0, 0, 2, 2, 2, 2, 2, 3, 2, 2 };

	private static final List<String> SMALL_WORDS = List.of("zero", "one", "two", "three", "four", "five", "six",
			"seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
			"seventeen", "eighteen", "nineteen");

	private static final List<String> SMALL_ORDINALS = List.of("zeroth", "first", "second", "third", "fourth", "fifth",
			"sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
			"fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth");

	private static final List<String> TENS_WORDS = List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy",
			"eighty", "ninety");

	/**
	 * The number of digits between two commas.
	 */
	static final int GROUP = 3;

	/**
	 * What follows the digits of an ordinal number.
	 */
	static final List<String> ORDINAL_ENDINGS = List.of("st", "nd", "rd", "th");

	/**
	 * The number of letters of an {@linkplain #ORDINAL_ENDINGS ending}.
	 */
	static final int ORDINAL_ENDING = 2;

	private static final int MAX_DIGITS = 6;

	// trillions; they, billions, millions and thousands have two syllables
	private static final int MAX_DIGITS_IN_GROUPS = 15;

	private static final int TEN = 10;

	private static final int HUNDRED = 100;

	private static final int THOUSAND = 1000;

	// such as ten sixty-six, nineteen hundred, and nineteen eighty-four
	private static final int FIRST_YEAR = 1010;

	private static final int LAST_YEAR = 1999;

	private SpokenNumber() {
	}

	/**
	 * Returns whether a word is a number.
	 * @param word a word as {@link SpokenWords} gives it
	 * @return whether it starts with a digit
	 */
	static boolean is(String word) {
		return AsciiCharacter.isDigit(word.charAt(0));
	}

	/**
	 * Counts the syllables of a number.
	 * @param number ASCII digits, with or without commas and an ordinal ending
	 * @return the syllables of the number, or of its digits if it begins with a zero or
	 * is too long: more than six digits, or 15 with commas
	 */
	static int syllables(String number) {
		boolean ordinal = isOrdinal(number);
		boolean groups = number.indexOf(',') >= 0;
		String digits = cardinal(number).replace(",", "");
		if (isSpelled(digits, groups)) {
			return digits.chars().map((digit) -> SMALL[digit - '0']).sum();
		}
		long value = Long.parseLong(digits);
		if (value >= FIRST_YEAR && value <= LAST_YEAR && !groups && !ordinal) {
			return year((int) value / HUNDRED, (int) value % HUNDRED);
		}
		return ((value == 0) ? SMALL[0] : thousands(value)) + (ordinal ? ending((int) (value % HUNDRED)) : 0);
	}

	/**
	 * Returns the last word of a number as it is spoken.
	 * @param number ASCII digits, with or without commas and an ordinal ending
	 * @return an English word, such as "seven", "twentieth" or "thousand"
	 */
	static String lastWord(String number) {
		String digits = cardinal(number).replace(",", "");
		String spoken = isSpelled(digits, number.indexOf(',') >= 0) ? digits.substring(digits.length() - 1) : digits;
		int tens = Integer.parseInt(spoken.substring(Math.max(0, spoken.length() - 2)));
		int small = (tens < SMALL.length) ? tens : tens % TEN;
		if (tens == 0 && spoken.length() > 1) {
			String round = spoken.endsWith("000") ? "thousand" : "hundred";
			return isOrdinal(number) ? round + "th" : round;
		}
		if (small == 0 && tens > 0) {
			String ten = TENS_WORDS.get(tens / TEN - 2);
			return isOrdinal(number) ? ten.replace("ty", "tieth") : ten;
		}
		return (isOrdinal(number) ? SMALL_ORDINALS : SMALL_WORDS).get(small);
	}

	// digit by digit
	private static boolean isSpelled(String digits, boolean groups) {
		return digits.length() > (groups ? MAX_DIGITS_IN_GROUPS : MAX_DIGITS)
				|| (digits.charAt(0) == '0' && digits.length() > 1);
	}

	private static boolean isOrdinal(String number) {
		return Character.isLetter(number.charAt(number.length() - 1));
	}

	private static String cardinal(String number) {
		return isOrdinal(number) ? number.substring(0, number.length() - ORDINAL_ENDING) : number;
	}

	// second has a syllable more than two, and twentieth than twenty
	private static int ending(int tens) {
		int one = tens % TEN;
		return ((tens >= SMALL.length && one == 0) || (one == 2 && tens / TEN != 1)) ? 1 : 0;
	}

	private static int year(int century, int year) {
		if (year == 0) {
			return tens(century) + 2;
		}
		return tens(century) + ((year < TEN) ? 1 : 0) + tens(year);
	}

	private static int thousands(long number) {
		int syllables = hundreds((int) (number % THOUSAND));
		for (long left = number / THOUSAND; left > 0; left /= THOUSAND) {
			int group = (int) (left % THOUSAND);
			syllables += (group > 0) ? hundreds(group) + 2 : 0;
		}
		return syllables;
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
