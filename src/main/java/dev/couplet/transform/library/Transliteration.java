package dev.couplet.transform.library;

import com.ibm.icu.text.Transliterator;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TextTooLargeException;
import dev.couplet.transform.Utf8;

/**
 * Romanization with ICU's transliterators, in linear time. They edit a text in place,
 * which takes quadratic time, so they are given short chunks. {@link Ideographs} are
 * handled separately. The last of the four passes of Latin-ASCII maps single characters,
 * so its results are cached.
 */
final class Transliteration {

	private static final Transliterator ANY_LATIN = Transliterator.getInstance("Any-Latin");

	private static final Transliterator LATIN_ASCII = Transliterator.getInstance("Latin-ASCII");

	private static final CharacterTable ASCII = new CharacterTable(
			(character) -> LATIN_ASCII.transliterate(Character.toString(character)));

	private Transliteration() {
	}

	/**
	 * Converts a text to Latin letters with accents (ICU's Any-Latin).
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return the text; characters without a Latin form are left unchanged
	 * @throws TextTooLargeException if the result would exceed the limit
	 */
	static String toLatin(String text, SizeLimit limit) {
		LimitedBuilder result = new LimitedBuilder(limit);
		int start = 0;
		while (start < text.length()) {
			int end = Chunks.end(text, start);
			result.append(chunkToLatin(text.substring(start, end)));
			start = end;
		}
		return result.toString();
	}

	/**
	 * Converts a text to ASCII (ICU's Any-Latin, then Latin-ASCII).
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return pure ASCII, with a question mark for each character that has no ASCII form
	 * @throws TextTooLargeException if the result would exceed the limit
	 */
	static String toAscii(String text, SizeLimit limit) {
		String accented = Normalization.NFD.apply(toLatin(text, limit), limit);
		String latin = Normalization.NFC.apply(withoutMarksOnLatin(accented), limit);
		LimitedBuilder result = new LimitedBuilder(limit);
		int start = 0;
		for (int i = 0; i < latin.length();) {
			int character = latin.codePointAt(i);
			int next = i + Character.charCount(character);
			if (character >= 0x80) {
				result.append(latin.substring(start, i)).append(ascii(character));
				start = next;
			}
			i = next;
		}
		return result.append(latin.substring(start)).toString();
	}

	private static String chunkToLatin(String chunk) {
		boolean ideographic = chunk.chars().anyMatch((unit) -> unit >= Ideographs.FIRST);
		if (!ideographic) {
			return romanize(chunk);
		}
		StringBuilder result = new StringBuilder();
		StringBuilder read = new StringBuilder();
		String spaced = Ideographs.space(chunk);
		for (int i = 0; i < spaced.length();) {
			int end = Ideographs.end(spaced, i);
			String reading = Ideographs.read(spaced, i, end);
			if (reading == null) {
				// not passed to ICU, which would look for a reading again
				result.append(romanize(read.toString())).append(spaced, i, end);
				read.setLength(0);
			}
			else {
				read.append(reading);
			}
			i = end;
		}
		return result.append(romanize(read.toString())).toString();
	}

	private static String romanize(String text) {
		return Utf8.isAscii(text) ? text : wellFormed(ANY_LATIN.transliterate(text));
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

	private static String withoutMarksOnLatin(String decomposed) {
		StringBuilder result = new StringBuilder(decomposed.length());
		boolean latin = false;
		for (int i = 0; i < decomposed.length();) {
			int character = decomposed.codePointAt(i);
			boolean mark = Character.getType(character) == Character.NON_SPACING_MARK;
			latin = mark ? latin : Character.UnicodeScript.of(character) == Character.UnicodeScript.LATIN
					|| (character >= '0' && character <= '9');
			if (!mark || !latin) {
				result.appendCodePoint(character);
			}
			i += Character.charCount(character);
		}
		return result.toString();
	}

	private static String ascii(int character) {
		String ascii = ASCII.get(character);
		return Utf8.isAscii(ascii) ? ascii : "?";
	}

}
