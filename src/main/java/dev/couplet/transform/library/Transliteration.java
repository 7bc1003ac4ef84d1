package dev.couplet.transform.library;

import com.ibm.icu.text.Transliterator;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Romanization with ICU's transliterators, in linear time. The last of the four passes of
 * Latin-ASCII maps single characters, so its results are cached.
 */
final class Transliteration {

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
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String toLatin(String text, SizeLimit limit) {
		if (Utf8.isAscii(text)) {
			return text;
		}
		EditableText latin = new EditableText(Normalization.NFC.applyToLongRuns(text, limit), limit.bytes());
		AnyLatin.romanize(latin);
		String result = wellFormed(latin.toString());
		limit.check(result);
		return result;
	}

	/**
	 * Converts a text to ASCII (ICU's Any-Latin, then Latin-ASCII).
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return pure ASCII, with a question mark for each character that has no ASCII form
	 * @throws ValueTooLargeException if the result would exceed the limit
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
