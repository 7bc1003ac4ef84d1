package dev.couplet.transform.library;

import java.util.Arrays;
import java.util.Locale;

/**
 * The digits of an encoding, which are ASCII characters.
 */
final class Digits {

	private static final int ASCII = 128;

	private final String digits;

	private final byte[] values = new byte[ASCII];

	private Digits(String digits) {
		this.digits = digits;
		Arrays.fill(this.values, (byte) -1);
		add(digits);
	}

	private void add(String row) {
		for (int i = 0; i < row.length(); i++) {
			this.values[row.charAt(i)] = (byte) i;
		}
	}

	/**
	 * Creates digits.
	 * @param digits the digits in the order of their values, from 0
	 * @return the digits
	 */
	static Digits of(String digits) {
		return new Digits(digits);
	}

	/**
	 * Creates digits that are also read in lower case.
	 * @param digits the digits in the order of their values, from 0, without lower case
	 * @return the digits
	 */
	static Digits ignoringCase(String digits) {
		Digits both = new Digits(digits);
		both.add(digits.toLowerCase(Locale.ROOT));
		return both;
	}

	int radix() {
		return this.digits.length();
	}

	char digit(int value) {
		return this.digits.charAt(value);
	}

	/**
	 * Returns the value of a digit.
	 * @param unit a UTF-16 code unit
	 * @return the value, or -1 if it is not a digit
	 */
	int value(char unit) {
		return (unit < ASCII) ? this.values[unit] : -1;
	}

}
