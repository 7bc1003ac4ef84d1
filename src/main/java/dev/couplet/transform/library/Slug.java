package dev.couplet.transform.library;

import java.util.Locale;

import dev.couplet.transform.SizeLimit;

/**
 * Converts a text to a URL slug: {@code here-is-my-poem}.
 *
 * @param separator what is between words
 * @param language the language of the text
 * @param most the maximum length, or 0 if there is none
 */
record Slug(String separator, AsciiLanguage language, int most) {

	String of(String text, SizeLimit limit) {
		String ascii = Transliteration.toSlugAscii(text, this.language, limit).toLowerCase(Locale.ROOT);
		LimitedBuilder slug = new LimitedBuilder(limit);
		int length = 0;
		for (int end = 0; end < ascii.length();) {
			int start = skip(ascii, end, false);
			end = skip(ascii, start, true);
			// an apostrophe, as in "don't", does not separate words
			String word = ascii.substring(start, end).replace("'", "");
			if (!word.isEmpty()) {
				String between = slug.isEmpty() ? "" : this.separator;
				length += between.length() + word.length();
				if (isTooLong(length)) {
					return slug.isEmpty() ? word.substring(0, this.most) : slug.toString();
				}
				slug.append(between).append(word);
			}
		}
		return slug.toString();
	}

	private boolean isTooLong(int length) {
		return this.most > 0 && length > this.most;
	}

	private static int skip(String text, int from, boolean word) {
		int index = from;
		while (index < text.length() && isPartOfWord(text.charAt(index)) == word) {
			index++;
		}
		return index;
	}

	private static boolean isPartOfWord(char unit) {
		return (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9') || unit == '\'';
	}

}
