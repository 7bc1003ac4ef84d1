package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;

/**
 * URLs in a text: a scheme, {@code ://}, and what follows up to white space or a
 * character that a URL cannot contain. Punctuation at the end belongs to the sentence, as
 * do closing brackets that are not opened in the URL (the rules of autolinks in GitHub
 * Flavored Markdown).
 */
final class Urls {

	static final String SEPARATOR = "://";

	private static final int MAX_SCHEME = 20;

	private static final String NOT_IN_URL = "<>\"`{}|\\^";

	private static final String PUNCTUATION = ".,;:!?'*_~";

	private Urls() {
	}

	/**
	 * Finds all URLs.
	 * @param text any text
	 * @return the URLs, in order
	 */
	static List<Span> find(String text) {
		List<Span> urls = new ArrayList<>();
		int from = 0;
		for (int colon = text.indexOf(SEPARATOR); colon >= 0; colon = text.indexOf(SEPARATOR, from)) {
			int start = startOfScheme(text, colon, from);
			int rest = colon + SEPARATOR.length();
			from = rest;
			if (start < colon) {
				int end = trimmed(text, rest, end(text, rest));
				if (end > rest) {
					urls.add(new Span(start, end));
					from = end;
				}
			}
		}
		return urls;
	}

	static int startOfScheme(String text, int colon, int from) {
		int start = colon;
		while (start > from && colon - start < MAX_SCHEME && isInScheme(text.charAt(start - 1))) {
			start--;
		}
		// it starts with a letter
		while (start < colon && !AsciiCharacter.isLetter(text.charAt(start))) {
			start++;
		}
		return start;
	}

	static boolean isInScheme(char unit) {
		return AsciiCharacter.isLetterOrDigit(unit) || unit == '+' || unit == '.' || unit == '-';
	}

	private static int end(String text, int from) {
		int end = from;
		while (end < text.length() && isInUrl(text.codePointAt(end))) {
			end += Character.charCount(text.codePointAt(end));
		}
		return end;
	}

	private static boolean isInUrl(int character) {
		if (character < 0x80) {
			return character > ' ' && character != 0x7F && NOT_IN_URL.indexOf(character) < 0;
		}
		return Words.isWordCharacter(character);
	}

	private static int trimmed(String text, int start, int end) {
		int round = unclosed(text, start, end, '(', ')');
		int square = unclosed(text, start, end, '[', ']');
		int trimmed = end;
		while (trimmed > start) {
			char last = text.charAt(trimmed - 1);
			if (last == ')' && round < 0) {
				round++;
			}
			else if (last == ']' && square < 0) {
				square++;
			}
			else if (PUNCTUATION.indexOf(last) < 0) {
				return trimmed;
			}
			trimmed--;
		}
		return trimmed;
	}

	private static int unclosed(String text, int start, int end, char opening, char closing) {
		int unclosed = 0;
		for (int i = start; i < end; i++) {
			unclosed += (text.charAt(i) == opening) ? 1 : (text.charAt(i) == closing) ? -1 : 0;
		}
		return unclosed;
	}

}
