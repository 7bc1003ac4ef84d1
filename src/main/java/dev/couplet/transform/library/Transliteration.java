package dev.couplet.transform.library;

import com.ibm.icu.text.Transliterator;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TextTooLargeException;
import dev.couplet.transform.Utf8;

/**
 * Romanization by ICU's transliterators, in linear time. They edit a text in place, which
 * is quadratic, so they are given short pieces. {@link Ideographs} are read apart. And of
 * Latin-ASCII's four passes the last is a table, which is remembered.
 */
final class Transliteration {

	private static final Transliterator ANY_LATIN = Transliterator.getInstance("Any-Latin");

	private static final Transliterator LATIN_ASCII = Transliterator.getInstance("Latin-ASCII");

	private static final CharacterTable ASCII = new CharacterTable(
			(character) -> LATIN_ASCII.transliterate(Character.toString(character)));

	private Transliteration() {
	}

	/**
	 * Writes a text in Latin letters, with accents: ICU's Any-Latin.
	 * @param text any text
	 * @param limit what the result may come to
	 * @return the text, with what has no Latin form as it was
	 * @throws TextTooLargeException where the result would be over the limit
	 */
	static String toLatin(String text, SizeLimit limit) {
		LimitedBuilder result = new LimitedBuilder(limit);
		int start = 0;
		while (start < text.length()) {
			int end = Pieces.end(text, start);
			result.append(pieceToLatin(text.substring(start, end)));
			start = end;
		}
		return result.toString();
	}

	/**
	 * Writes a text in ASCII: ICU's Any-Latin, then its Latin-ASCII.
	 * @param text any text
	 * @param limit what the result may come to
	 * @return pure ASCII, with a question mark for every character that has no such form
	 * @throws TextTooLargeException where the result would be over the limit
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

	private static String pieceToLatin(String piece) {
		boolean ideographic = piece.chars().anyMatch((unit) -> unit >= Ideographs.FIRST);
		if (!ideographic) {
			return romanize(piece);
		}
		StringBuilder result = new StringBuilder();
		StringBuilder read = new StringBuilder();
		String spaced = Ideographs.space(piece);
		for (int i = 0; i < spaced.length();) {
			int end = Ideographs.end(spaced, i);
			String reading = Ideographs.read(spaced, i, end);
			if (reading == null) {
				// goes past ICU, which would only look for a reading again
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
		// ICU takes half a surrogate pair for what a Japanese iteration mark repeats
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
