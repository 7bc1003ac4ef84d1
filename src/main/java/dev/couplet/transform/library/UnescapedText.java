package dev.couplet.transform.library;

import java.util.HexFormat;

import dev.couplet.transform.ValueRefusedException;

/**
 * The result of decoding a text with escapes of UTF-16 code units. Two escapes in a row
 * can be a pair of surrogates; an unpaired surrogate is refused.
 */
final class UnescapedText {

	private static final int NONE = -1;

	private final String source;

	private final StringBuilder result;

	// where the last code unit of the result is from, if it is the first half of a pair
	private int high = NONE;

	/**
	 * Creates an empty result.
	 * @param source the text with escapes
	 */
	UnescapedText(String source) {
		this.source = source;
		this.result = new StringBuilder(source.length());
	}

	/**
	 * Adds a code unit.
	 * @param unit the code unit
	 * @param index where it is in the source, or where its escape begins
	 * @throws ValueRefusedException if it shows that a surrogate is unpaired
	 */
	void append(char unit, int index) {
		boolean low = Character.isLowSurrogate(unit);
		if (low != this.high >= 0) {
			throw unpaired(low ? index : this.high);
		}
		this.high = Character.isHighSurrogate(unit) ? index : NONE;
		this.result.append(unit);
	}

	/**
	 * Adds the character of an escape that is not half of a pair.
	 * @param character the number of the character, not negative
	 * @param index where the escape begins in the source
	 * @throws ValueRefusedException if it is not the number of a character
	 */
	void appendCharacter(int character, int index) {
		if (this.high >= 0) {
			throw unpaired(this.high);
		}
		if (character > Character.MAX_CODE_POINT) {
			throw refusal("an escape of a number over 10FFFF", index, "");
		}
		if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
			throw unpaired(index);
		}
		this.result.appendCodePoint(character);
	}

	/**
	 * Returns the whole text.
	 * @return well-formed Unicode
	 * @throws ValueRefusedException if it ends with an unpaired surrogate
	 */
	String complete() {
		if (this.high >= 0) {
			throw unpaired(this.high);
		}
		return this.result.toString();
	}

	private ValueRefusedException unpaired(int index) {
		return refusal("an escape of half of a surrogate pair, without the other half,", index, "");
	}

	/**
	 * Refuses the source.
	 * @param what what is wrong
	 * @param index where it is wrong
	 * @param remedy what to do, or an empty string
	 * @return the exception to throw
	 */
	ValueRefusedException refusal(String what, int index, String remedy) {
		return new ValueRefusedException(what + " at character " + (this.source.codePointCount(0, index) + 1)
				+ (remedy.isEmpty() ? "" : "; " + remedy));
	}

	/**
	 * Counts hexadecimal digits in the source.
	 * @param start the index of the first one
	 * @param max the most to count
	 * @return how many there are
	 */
	int digits(int start, int max) {
		int end = start;
		while (end < this.source.length() && end - start < max && HexFormat.isHexDigit(this.source.charAt(end))) {
			end++;
		}
		return end - start;
	}

	/**
	 * Reads a hexadecimal number in the source.
	 * @param start the index of its first digit
	 * @param count the number of digits, 1 to 7
	 * @return the number
	 */
	int number(int start, int count) {
		return HexFormat.fromHexDigits(this.source, start, start + count);
	}

}
