package dev.couplet.transform.library;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.couplet.transform.ValueRefusedException;

/**
 * Whole numbers in other bases, and Roman numerals.
 */
final class Numerals {

	// the time to convert a number grows with the square of its length
	private static final int MAX_DIGITS = 10_000;

	private static final int MAX_ROMAN = 3999;

	private static final int[] VALUES = { 1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1 };

	private static final String[] LETTERS = { "M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I" };

	private static final Pattern ROMAN = Pattern
		.compile("M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})");

	private static final int MAX_ROMAN_LENGTH = "MMMDCCCLXXXVIII".length();

	private Numerals() {
	}

	/**
	 * Converts a whole number.
	 * @param text the number, which may have white space around it
	 * @param from the base of the number
	 * @param to the base of the result
	 * @return the number without a prefix, with a minus sign if it is negative
	 * @throws ValueRefusedException if it is not a number in that base, or too long
	 */
	static String convert(String text, int from, int to) {
		int end = text.length();
		while (end > 0 && WhiteSpace.is(text.charAt(end - 1))) {
			end--;
		}
		int start = 0;
		while (start < end && WhiteSpace.is(text.charAt(start))) {
			start++;
		}
		boolean signed = start < end && (text.charAt(start) == '-' || text.charAt(start) == '+');
		boolean negative = signed && text.charAt(start) == '-';
		start += signed ? 1 : 0;
		start += (start + 2 < end && text.charAt(start) == '0' && isPrefix(text.charAt(start + 1), from)) ? 2 : 0;
		if (start == end) {
			throw new ValueRefusedException("no number in the text; a number has digits of base " + from);
		}
		for (int i = start; i < end; i++) {
			if (text.charAt(i) >= 0x80 || Character.digit(text.charAt(i), from) < 0) {
				throw new ValueRefusedException("not a digit of base %s at character %s; the text is one whole number"
					.formatted(from, text.codePointCount(0, i) + 1));
			}
		}
		if (end - start > MAX_DIGITS) {
			throw new ValueRefusedException("a number of more than " + MAX_DIGITS + " digits");
		}
		BigInteger number = new BigInteger(text.substring(start, end), from);
		return (negative ? number.negate() : number).toString(to);
	}

	private static boolean isPrefix(char letter, int base) {
		return switch (letter) {
			case 'b', 'B' -> base == 2;
			case 'o', 'O' -> base == 8;
			case 'x', 'X' -> base == 16;
			default -> false;
		};
	}

	static String toRoman(String text) {
		String digits = WhiteSpace.trim(text);
		int number = 0;
		for (int i = 0; i < digits.length() && number <= MAX_ROMAN; i++) {
			char unit = digits.charAt(i);
			if (!AsciiCharacter.isDigit(unit)) {
				throw new ValueRefusedException("not a whole number; a Roman numeral is from 1 to " + MAX_ROMAN);
			}
			number = number * 10 + unit - '0';
		}
		if (number < 1 || number > MAX_ROMAN) {
			throw new ValueRefusedException("not a number from 1 to " + MAX_ROMAN + "; others have no Roman numeral");
		}
		StringBuilder numeral = new StringBuilder();
		for (int i = 0; i < VALUES.length; i++) {
			numeral.append(LETTERS[i].repeat(number / VALUES[i]));
			number %= VALUES[i];
		}
		return numeral.toString();
	}

	static String fromRoman(String text) {
		String trimmed = WhiteSpace.trim(text);
		String numeral = (trimmed.length() <= MAX_ROMAN_LENGTH) ? trimmed.toUpperCase(Locale.ROOT) : "";
		if (numeral.isEmpty() || !ROMAN.matcher(numeral).matches()) {
			throw new ValueRefusedException(
					"not a Roman numeral from I to MMMCMXCIX in its usual form, which is such as MCMXCIV");
		}
		int number = 0;
		int index = 0;
		for (int i = 0; i < VALUES.length; i++) {
			while (numeral.startsWith(LETTERS[i], index)) {
				number += VALUES[i];
				index += LETTERS[i].length();
			}
		}
		return String.valueOf(number);
	}

}
