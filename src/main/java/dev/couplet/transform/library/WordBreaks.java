package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.ibm.icu.text.BreakIterator;

/**
 * Inserts spaces between the words of Thai, as ICU's Any-BreakInternal.
 */
final class WordBreaks {

	private static final Locale THAI = Locale.of("th", "TH");

	private WordBreaks() {
	}

	/**
	 * Inserts spaces where a word starts directly after another.
	 * @param text the text to edit
	 * @param start the start of the part to read
	 * @param end the end of the part
	 * @return the new end of the part
	 */
	static int insertSpaces(EditableText text, int start, int end) {
		BreakIterator boundaries = BreakIterator.getWordInstance(THAI);
		boundaries.setText(text.substring(start, end));
		List<Integer> offsets = new ArrayList<>();
		for (int index = boundaries.first(); index != BreakIterator.DONE; index = boundaries.next()) {
			int offset = start + index;
			if (offset > 0 && offset < end && isInWord(text.codePointBefore(offset))
					&& isInWord(text.codePointAt(offset))) {
				offsets.add(offset);
			}
		}
		// from the end, so that the other offsets stay
		offsets.reversed().forEach((offset) -> text.replace(offset, offset, " "));
		return end + offsets.size();
	}

	private static boolean isInWord(int character) {
		return AsciiForms.isLetterOrMark(character);
	}

}
