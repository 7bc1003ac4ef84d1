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
		// of the digits so far, with the last one doubled, or the one before it
		int doubled = 0;
		int plain = 0;
		boolean empty = true;
		for (int i = 0; i < text.length(); i++) {
			char unit = text.charAt(i);
			if (AsciiCharacter.isDigit(unit)) {
				int digit = unit - '0';
				int before = doubled;
				doubled = (plain + 2 * digit / TEN + 2 * digit % TEN) % TEN;
				plain = (before + digit) % TEN;
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
		return Integer.toString((TEN - doubled) % TEN);
	}

}
