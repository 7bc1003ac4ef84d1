package dev.couplet.transform.library;

import com.ibm.icu.text.BreakIterator;

/**
 * Counts the grapheme clusters of many short texts. Used by one thread at a time.
 */
final class GraphemeCounter {

	private final BreakIterator boundaries = Graphemes.boundaries("");

	int count(String text) {
		if (isSimple(text)) {
			return text.length();
		}
		this.boundaries.setText(text);
		int count = 0;
		while (this.boundaries.next() != BreakIterator.DONE) {
			count++;
		}
		return count;
	}

	// of ASCII, only CRLF is a cluster of two
	private static boolean isSimple(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) == '\r' || text.charAt(i) >= 0x80) {
				return false;
			}
		}
		return true;
	}

}
