package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;

/**
 * Addresses of email in a text: a local part without quotation marks, an at sign, and a
 * domain name.
 */
final class Emails {

	private static final int MAX_LOCAL = 64;

	// others of RFC 5322 are more often what is around an address
	private static final String PUNCTUATION = "._%+'~-";

	private Emails() {
	}

	/**
	 * Finds all addresses.
	 * @param text any text
	 * @return the addresses, in order
	 */
	static List<Span> find(String text) {
		List<Span> emails = new ArrayList<>();
		int from = 0;
		for (Span domain : Domains.find(text)) {
			int at = domain.start() - 1;
			if (at >= 0 && text.charAt(at) == '@') {
				int start = startOfLocal(text, at, from);
				if (start < at) {
					emails.add(new Span(start, domain.end()));
				}
			}
			from = domain.end();
		}
		return emails;
	}

	private static int startOfLocal(String text, int at, int from) {
		int start = at;
		while (start > from && at - start <= MAX_LOCAL && isInLocal(text.codePointBefore(start))) {
			start -= Character.charCount(text.codePointBefore(start));
		}
		if (at - start > MAX_LOCAL || (at > 0 && text.charAt(at - 1) == '.')) {
			return at;
		}
		int dots = text.substring(start, at).lastIndexOf("..");
		start = (dots < 0) ? start : start + dots + 2;
		while (start < at && !Span.isWordAt(text, start)) {
			start++;
		}
		return start;
	}

	private static boolean isInLocal(int character) {
		return PUNCTUATION.indexOf(character) >= 0 || Words.isWordCharacter(character);
	}

}
