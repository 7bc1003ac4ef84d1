package dev.couplet.transform.library;

import com.ibm.icu.text.BreakIterator;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the characters of a text by their ASCII forms. A grapheme cluster of which
 * nothing has a form becomes one question mark.
 */
final class AsciiText {

	private final String text;

	private final boolean forSlug;

	private @Nullable BreakIterator boundaries;

	private int clusterStart;

	private int clusterEnd;

	// the offset after the last character that has a form
	private int readable;

	private AsciiText(String text, boolean forSlug) {
		this.text = text;
		this.forSlug = forSlug;
	}

	/**
	 * Converts a text.
	 * @param text any text, in Latin letters as far as possible
	 * @param limit the maximum size of the result
	 * @return ASCII
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String of(String text, SizeLimit limit) {
		return new AsciiText(text, false).convert(limit);
	}

	/**
	 * Converts a text for a slug, which must have no gap in a word.
	 * @param text any text, in Latin letters as far as possible
	 * @param limit the maximum size of the result
	 * @return ASCII, without the letters that have no form, and with a space for any
	 * other character that has none
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String forSlug(String text, SizeLimit limit) {
		return new AsciiText(text, true).convert(limit);
	}

	private String convert(SizeLimit limit) {
		LimitedBuilder result = new LimitedBuilder(limit);
		int start = 0;
		// whether a mark belongs to a letter that has a form
		boolean marked = false;
		for (int i = 0; i < this.text.length();) {
			int character = this.text.codePointAt(i);
			int next = i + Character.charCount(character);
			if (character < 0x80) {
				this.readable = next;
				marked = character > ' ' && character != 0x7F;
			}
			else {
				boolean dropped = marked && Character.getType(character) == Character.NON_SPACING_MARK;
				result.append(this.text.substring(start, i)).append(dropped ? "" : form(character, i, next));
				marked = dropped || this.readable == next;
				start = next;
			}
			i = next;
		}
		return result.append(this.text.substring(start)).toString();
	}

	private String form(int character, int start, int end) {
		String form = AsciiForms.of(character);
		if (!form.equals(AsciiForms.NONE)) {
			this.readable = form.isEmpty() ? this.readable : end;
			return form;
		}
		if (this.forSlug) {
			return AsciiForms.isLetterOrMark(character) ? "" : " ";
		}
		moveTo(start);
		if (this.readable > this.clusterStart) {
			return "";
		}
		this.readable = this.clusterStart + 1;
		return "?";
	}

	private void moveTo(int offset) {
		if (this.boundaries == null) {
			this.boundaries = Graphemes.boundaries(this.text);
		}
		while (this.clusterEnd <= offset) {
			this.clusterStart = this.clusterEnd;
			this.clusterEnd = this.boundaries.next();
		}
	}

}
