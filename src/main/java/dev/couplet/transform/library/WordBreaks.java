package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Transliterator.Position;

/**
 * Inserts spaces between the words of Thai, as ICU's Any-BreakInternal. Used by one
 * thread at a time.
 */
final class WordBreaks {

	private final BreakIterator boundaries = BreakIterator.getWordInstance(Locale.of("th", "TH"));

	/**
	 * Inserts spaces where a word starts directly after another.
	 * @param text the text to edit
	 * @param position the part; its limits move with the edits
	 */
	void insertSpaces(EditableText text, Position position) {
		this.boundaries.setText(text.substring(position.start, position.limit));
		List<Integer> offsets = new ArrayList<>();
		for (int index = this.boundaries.first(); index != BreakIterator.DONE; index = this.boundaries.next()) {
			int offset = position.start + index;
			if (offset > 0 && offset < position.limit && isInWord(text.char32At(offset - 1))
					&& isInWord(text.char32At(offset))) {
				offsets.add(offset);
			}
		}
		// from the end, so that the other offsets stay
		offsets.reversed().forEach((offset) -> text.replace(offset, offset, " "));
		position.limit += offsets.size();
		position.contextLimit += offsets.size();
		position.start = position.limit;
		// the iterator is kept for later requests, and must not keep this text
		this.boundaries.setText("");
	}

	private static boolean isInWord(int character) {
		return AsciiForms.isLetterOrMark(character);
	}

}
