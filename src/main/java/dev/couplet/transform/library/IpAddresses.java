package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * IP addresses in a text: of version 4 as four decimal numbers, and of version 6 as in
 * RFC 4291, section 2.2.
 */
final class IpAddresses {

	private static final int NUMBERS = 4;

	private static final int MAX_NUMBER = 255;

	private static final int GROUPS = 8;

	private static final int MAX_DIGITS = 4;

	// such as ::1
	private static final int MIN_LENGTH = 3;

	// with an address of version 4 at its end
	private static final int MAX_LENGTH = 45;

	private final String text;

	private final List<Span> found = new ArrayList<>();

	private IpAddresses(String text) {
		this.text = text;
	}

	/**
	 * Finds all addresses.
	 * @param text any text
	 * @return the addresses, in order
	 */
	static List<Span> find(String text) {
		IpAddresses addresses = new IpAddresses(text);
		int start = 0;
		while (start < text.length()) {
			int end = start;
			while (end < text.length() && isInAddress(text.charAt(end))) {
				end++;
			}
			if (end > start) {
				addresses.findIn(start, end);
			}
			start = end + 1;
		}
		return addresses.found;
	}

	private static boolean isInAddress(char unit) {
		return HexFormat.isHexDigit(unit) || unit == ':' || unit == '.';
	}

	private void findIn(int start, int end) {
		if (end - start >= MIN_LENGTH && !findVersion6(start, end)) {
			int from = start;
			while (from < end) {
				int to = from;
				while (to < end && (AsciiCharacter.isDigit(this.text.charAt(to)) || this.text.charAt(to) == '.')) {
					to++;
				}
				findVersion4(from, to);
				from = to + 1;
			}
		}
	}

	private void findVersion4(int start, int untrimmed) {
		int end = withoutDots(start, untrimmed);
		if (isVersion4(this.text, start, end) && !Span.isWordBefore(this.text, start)
				&& !Span.isWordAt(this.text, untrimmed)) {
			this.found.add(new Span(start, end));
		}
	}

	private boolean findVersion6(int from, int untrimmed) {
		int colon = this.text.indexOf(':', from, untrimmed);
		if (colon < 0 || this.text.indexOf(':', colon + 1, untrimmed) < 0) {
			return false;
		}
		int end = withoutDots(from, untrimmed);
		int start = from;
		// a colon of the sentence
		if (this.text.charAt(end - 1) == ':' && this.text.charAt(end - 2) != ':') {
			end--;
		}
		if (this.text.charAt(start) == ':' && this.text.charAt(start + 1) != ':') {
			start++;
		}
		if (end - start > MAX_LENGTH || Span.isWordBefore(this.text, from) || Span.isWordAt(this.text, untrimmed)
				|| !isVersion6(this.text.substring(start, end))) {
			return false;
		}
		this.found.add(new Span(start, end));
		return true;
	}

	private int withoutDots(int start, int end) {
		int trimmed = end;
		while (trimmed > start && this.text.charAt(trimmed - 1) == '.') {
			trimmed--;
		}
		return trimmed;
	}

	/**
	 * Returns whether a part of a text is an address of version 4.
	 * @param text the text
	 * @param start the index of the first digit
	 * @param end the index after the last one
	 * @return whether it is four numbers up to 255, without leading zeros
	 */
	static boolean isVersion4(String text, int start, int end) {
		int numbers = 0;
		int from = start;
		while (from <= end && numbers <= NUMBERS) {
			int dot = text.indexOf('.', from, end);
			int to = (dot < 0) ? end : dot;
			if (!isNumber(text, from, to)) {
				return false;
			}
			numbers++;
			from = to + 1;
		}
		return numbers == NUMBERS;
	}

	private static boolean isNumber(String text, int start, int end) {
		int digits = end - start;
		if (digits < 1 || digits > 3 || (digits > 1 && text.charAt(start) == '0')) {
			return false;
		}
		int number = 0;
		for (int i = start; i < end; i++) {
			if (!AsciiCharacter.isDigit(text.charAt(i))) {
				return false;
			}
			number = number * 10 + text.charAt(i) - '0';
		}
		return number <= MAX_NUMBER;
	}

	/**
	 * Returns whether a text is an address of version 6.
	 * @param address a text
	 * @return whether it is one, other than {@code ::}, which is more often something
	 * else
	 */
	static boolean isVersion6(String address) {
		int gap = address.indexOf("::");
		if (gap < 0) {
			return groups(address, true) == GROUPS;
		}
		int before = (gap > 0) ? groups(address.substring(0, gap), false) : 0;
		int after = (gap + 2 < address.length()) ? groups(address.substring(gap + 2), true) : 0;
		return before >= 0 && after >= 0 && before + after > 0 && before + after < GROUPS;
	}

	private static int groups(String part, boolean last) {
		String[] groups = part.split(":", -1);
		for (int i = 0; i < groups.length; i++) {
			String group = groups[i];
			boolean version4 = last && i == groups.length - 1 && isVersion4(group, 0, group.length());
			if (version4) {
				return groups.length + 1;
			}
			if (group.isEmpty() || group.length() > MAX_DIGITS || !group.chars().allMatch(HexFormat::isHexDigit)) {
				return -1;
			}
		}
		return groups.length;
	}

}
