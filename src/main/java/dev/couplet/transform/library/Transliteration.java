package dev.couplet.transform.library;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Romanization with ICU's transliterators, in linear time.
 */
final class Transliteration {

	private static final int GROWTH = 4;

	private Transliteration() {
	}

	/**
	 * Converts a text to Latin letters with accents (ICU's Any-Latin).
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return the text; characters without a Latin form are left unchanged
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String toLatin(String text, SizeLimit limit) {
		String latin = romanize(text, limit);
		limit.check(latin);
		return latin;
	}

	// the result can exceed the limit, because of accents
	private static String romanize(String text, SizeLimit limit) {
		if (Utf8.isAscii(text)) {
			return text;
		}
		String composed = Normalization.NFC.applyToLongRuns(text, intermediate(limit));
		EditableText latin = new EditableText(composed, limit.bytes());
		AnyLatin.romanize(latin);
		return wellFormed(latin.toString());
	}

	/**
	 * Converts a text to ASCII: to Latin letters, and each of them to its ASCII form.
	 * @param text any text
	 * @param language the language of the text
	 * @param limit the maximum size of the result
	 * @return pure ASCII, with a question mark for each grapheme cluster that has no
	 * ASCII form
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String toAscii(String text, AsciiLanguage language, SizeLimit limit) {
		return AsciiText.of(toIntermediate(text, language, limit), limit);
	}

	/**
	 * Converts a text to ASCII for a slug.
	 * @param text any text
	 * @param language the language of the text
	 * @param limit the maximum size of the result
	 * @return pure ASCII, with a space for anything but letters that has no ASCII form
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String toSlugAscii(String text, AsciiLanguage language, SizeLimit limit) {
		return AsciiText.forSlug(toIntermediate(text, language, limit), limit);
	}

	private static String toIntermediate(String text, AsciiLanguage language, SizeLimit limit) {
		return romanize(language.apply(text, intermediate(limit)), limit);
	}

	/**
	 * Returns the limit for a text with letters and marks apart, or with accents that the
	 * result does not have.
	 * @param limit the maximum size of the result
	 * @return the maximum size of the text before it
	 */
	static SizeLimit intermediate(SizeLimit limit) {
		return new SizeLimit(Math.min(limit.bytes(), Long.MAX_VALUE / GROWTH) * GROWTH);
	}

	private static String wellFormed(String latin) {
		if (Utf8.isWellFormed(latin)) {
			return latin;
		}
		// for a Japanese iteration mark, ICU can repeat half of a surrogate pair
		StringBuilder result = new StringBuilder(latin.length());
		latin.codePoints()
			.filter((character) -> Character.getType(character) != Character.SURROGATE)
			.forEach(result::appendCodePoint);
		return result.toString();
	}

}
