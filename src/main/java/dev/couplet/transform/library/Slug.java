package dev.couplet.transform.library;

import java.util.Locale;

import dev.couplet.transform.SizeLimit;

/**
 * Converts a text to a URL slug: {@code here-is-my-poem}.
 */
final class Slug {

	private Slug() {
	}

	static String of(String text, SizeLimit limit) {
		String ascii = Transliteration.toAscii(text, limit).toLowerCase(Locale.ROOT);
		StringBuilder slug = new StringBuilder(ascii.length());
		boolean gap = false;
		for (int i = 0; i < ascii.length(); i++) {
			char unit = ascii.charAt(i);
			if (isLetterOrDigit(unit)) {
				slug.append((gap && !slug.isEmpty()) ? "-" : "").append(unit);
				gap = false;
			}
			else if (unit != '\'') {
				// an apostrophe, as in "don't", does not separate words
				gap = true;
			}
		}
		return slug.toString();
	}

	private static boolean isLetterOrDigit(char unit) {
		return (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9');
	}

}
