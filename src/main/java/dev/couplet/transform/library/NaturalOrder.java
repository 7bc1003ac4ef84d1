package dev.couplet.transform.library;

import java.util.Comparator;

/**
 * The order in which img2 comes before img12: runs of ASCII digits are compared as
 * numbers of any length, and all else by code point.
 */
final class NaturalOrder implements Comparator<String> {

	@Override
	public int compare(String first, String second) {
		int left = 0;
		int right = 0;
		while (left < first.length() && right < second.length()) {
			if (AsciiCharacter.isDigit(first.charAt(left)) && AsciiCharacter.isDigit(second.charAt(right))) {
				int leftEnd = endOfDigits(first, left);
				int rightEnd = endOfDigits(second, right);
				int order = compareDigits(first.substring(left, leftEnd), second.substring(right, rightEnd));
				if (order != 0) {
					return order;
				}
				left = leftEnd;
				right = rightEnd;
			}
			else {
				int leftPoint = first.codePointAt(left);
				int rightPoint = second.codePointAt(right);
				if (leftPoint != rightPoint) {
					return Integer.compare(leftPoint, rightPoint);
				}
				left += Character.charCount(leftPoint);
				right += Character.charCount(rightPoint);
			}
		}
		return Integer.compare(first.length() - left, second.length() - right);
	}

	private static int compareDigits(String first, String second) {
		String left = withoutLeadingZeros(first);
		String right = withoutLeadingZeros(second);
		return (left.length() != right.length()) ? Integer.compare(left.length(), right.length())
				: left.compareTo(right);
	}

	private static String withoutLeadingZeros(String digits) {
		int start = 0;
		while (start < digits.length() && digits.charAt(start) == '0') {
			start++;
		}
		return digits.substring(start);
	}

	private static int endOfDigits(String text, int start) {
		int end = start;
		while (end < text.length() && AsciiCharacter.isDigit(text.charAt(end))) {
			end++;
		}
		return end;
	}

}
