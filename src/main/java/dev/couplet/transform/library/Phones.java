package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;

/**
 * Phone numbers in a text: international ones that start with a plus sign or 00 (E.164),
 * national ones that start with 0, and those of North America. A rule without a table of
 * all numbering plans, it misses others.
 */
final class Phones {

	private static final int MIN_DIGITS = 7;

	private static final int MIN_NATIONAL_DIGITS = 9;

	private static final int MAX_NATIONAL_DIGITS = 12;

	private static final int MAX_DIGITS = 15;

	private static final String SEPARATORS = " -./()";

	// such as the three of ") -"
	private static final int MAX_SEPARATORS = 3;

	private Phones() {
	}

	/**
	 * Finds all numbers.
	 * @param text any text
	 * @return the numbers, in order
	 */
	static List<Span> find(String text) {
		List<Span> phones = new ArrayList<>();
		int index = 0;
		while (index < text.length()) {
			char unit = text.charAt(index);
			boolean start = (AsciiCharacter.isDigit(unit) || unit == '+' || unit == '(')
					&& !Span.isWordBefore(text, index);
			if (start) {
				int end = end(text, index);
				if (end - index >= MIN_DIGITS && isPhone(text.substring(index, end)) && !Span.isWordAt(text, end)) {
					phones.add(new Span(index, end));
				}
				index = Math.max(end, index + 1);
			}
			else {
				index++;
			}
		}
		return phones;
	}

	// of the digits and what is between them
	private static int end(String text, int start) {
		int end = (text.charAt(start) == '+') ? start + 1 : start;
		int separators = 0;
		for (int i = end; i < text.length() && separators <= MAX_SEPARATORS; i++) {
			if (AsciiCharacter.isDigit(text.charAt(i))) {
				separators = 0;
				end = i + 1;
			}
			else if (SEPARATORS.indexOf(text.charAt(i)) >= 0) {
				separators++;
			}
			else {
				break;
			}
		}
		return end;
	}

	private static boolean isPhone(String number) {
		String[] groups = number.replaceFirst("^[+(]+", "").split("[^0-9]+");
		int digits = 0;
		for (String group : groups) {
			digits += group.length();
		}
		if (digits < MIN_DIGITS || digits > MAX_DIGITS + 2) {
			return false;
		}
		if (number.startsWith("+") || number.startsWith("00")) {
			return true;
		}
		if (groups[0].startsWith("0")) {
			boolean pairs = groups.length == 5 && digits == 10;
			return digits >= MIN_NATIONAL_DIGITS && digits <= MAX_NATIONAL_DIGITS && (groups[0].length() >= 3 || pairs);
		}
		return isNorthAmerican(groups);
	}

	private static boolean isNorthAmerican(String[] groups) {
		int first = (groups.length == 4 && groups[0].equals("1")) ? 1 : 0;
		return groups.length == first + 3 && groups[first].length() == 3 && groups[first + 1].length() == 3
				&& groups[first + 2].length() == 4;
	}

}
