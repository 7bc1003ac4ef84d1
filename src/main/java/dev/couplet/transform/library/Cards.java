package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers of payment cards (ISO/IEC 7812) in a text: 12 to 19 digits with a correct check
 * digit (Luhn), in groups with a space or hyphen between them or without. It does not
 * begin in the middle of a number: groups of as many digits are one, if they are not too
 * long for a card.
 */
final class Cards {

	private static final int MIN_DIGITS = 12;

	private static final int MAX_DIGITS = 19;

	private Cards() {
	}

	/**
	 * Finds all numbers.
	 * @param text any text
	 * @return the numbers, in order
	 */
	static List<Span> find(String text) {
		List<Span> cards = new ArrayList<>();
		int index = 0;
		while (index < text.length()) {
			if (!AsciiCharacter.isDigit(text.charAt(index))) {
				index++;
				continue;
			}
			boolean starts = text.charAt(index) != '0' && !Span.isWordBefore(text, index);
			int end = starts ? end(text, index) : -1;
			if (end > index) {
				cards.add(new Span(index, end));
			}
			index = (end > index) ? end : endOfNumber(text, index);
		}
		return cards;
	}

	private static int endOfNumber(String text, int start) {
		int group = endOfGroup(text, start);
		int size = group - start;
		int digits = size;
		int end = group;
		while (digits <= MAX_DIGITS && isSeparated(text, end) && endOfGroup(text, end + 1) == end + 1 + size) {
			end += 1 + size;
			digits += size;
		}
		return (digits <= MAX_DIGITS) ? end : group;
	}

	private static boolean isSeparated(String text, int index) {
		return index + 1 < text.length() && (text.charAt(index) == ' ' || text.charAt(index) == '-')
				&& AsciiCharacter.isDigit(text.charAt(index + 1));
	}

	private static int endOfGroup(String text, int start) {
		int end = start;
		while (end < text.length() && AsciiCharacter.isDigit(text.charAt(end))) {
			end++;
		}
		return end;
	}

	// the longest number that starts here, or -1
	private static int end(String text, int start) {
		int longest = -1;
		int[] sums = new int[2];
		int digits = 0;
		int i = start;
		while (i < text.length()) {
			char unit = text.charAt(i);
			if (AsciiCharacter.isDigit(unit)) {
				int digit = unit - '0';
				int twice = 2 * digit;
				int doubled = (twice > 9) ? twice - 9 : twice;
				// every second digit from the right is doubled, the last one is not
				int doubledBefore = sums[0];
				sums[0] = sums[1] + digit;
				sums[1] = doubledBefore + doubled;
				digits++;
				if (digits > MAX_DIGITS) {
					return longest;
				}
				if (digits >= MIN_DIGITS && sums[0] % 10 == 0 && !Span.isWordAt(text, i + 1)) {
					longest = i + 1;
				}
			}
			else if (!isSeparated(text, i)) {
				return longest;
			}
			i++;
		}
		return longest;
	}

}
