package dev.couplet.transform.library;

import dev.couplet.transform.ValueRefusedException;

/**
 * The Luhn algorithm: the sum of the digits, every second one doubled, is a multiple of
 * ten.
 */
final class Luhn {

	private static final int TEN = 10;

	private Luhn() {
	}

	/**
	 * Computes the check digit of a number.
	 * @param text the number without its check digit; white space and hyphens are ignored
	 * @return the digit
	 * @throws ValueRefusedException if the text has other characters, or no digit
	 */
	static String checkDigit(String text) {
		int sum = 0;
		boolean doubled = true;
		boolean empty = true;
		for (int i = text.length() - 1; i >= 0; i--) {
			char unit = text.charAt(i);
			if (AsciiCharacter.isDigit(unit)) {
				int digit = (unit - '0') * (doubled ? 2 : 1);
				sum = (sum + digit / TEN + digit % TEN) % TEN;
				doubled = !doubled;
				empty = false;
			}
			else if (unit != '-' && !WhiteSpace.is(unit)) {
				throw TextPosition.refusal("there is something other than a digit", text, i,
						"only digits, white space and hyphens are allowed");
			}
		}
		if (empty) {
			throw new ValueRefusedException("the value has no digit; a check digit needs a number");
		}
		return Integer.toString((TEN - sum) % TEN);
	}

}
