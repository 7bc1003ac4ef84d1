package dev.couplet.transform.library;

import com.ibm.icu.text.BreakIterator;

/**
 * Counts the grapheme clusters of many short texts. Used by one thread at a time.
 */
final class GraphemeCounter {

	private final BreakIterator boundaries = Graphemes.boundaries("");

	int count(String text) {
		if (isPrintableAscii(text)) {
			return text.length();
		}
		this.boundaries.setText(text);
		int count = 0;
		while (this.boundaries.next() != BreakIterator.DONE) {
			count++;
		}
		return count;
	}

	private static boolean isPrintableAscii(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
				return false;
			}
		}
		return true;
	}

}
