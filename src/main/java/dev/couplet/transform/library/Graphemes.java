package dev.couplet.transform.library;

import java.util.Locale;

import com.ibm.icu.text.BreakIterator;

/**
 * Extended grapheme clusters (UAX #29), which readers perceive as single characters.
 */
final class Graphemes {

	private static final BreakIterator PROTOTYPE = BreakIterator.getCharacterInstance(Locale.ROOT);

	private Graphemes() {
	}

	/**
	 * Visits the clusters of a text in order.
	 * @param text any text
	 * @param visitor receives the start and end offsets of each cluster
	 */
	static void forEach(String text, Visitor visitor) {
		BreakIterator boundaries = boundaries(text);
		int start = 0;
		for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
			visitor.visit(start, end);
			start = end;
		}
	}

	static int count(String text) {
		return new GraphemeCounter().count(text);
	}

	/**
	 * Returns the offset after the first clusters of a text.
	 * @param text any text
	 * @param clusters the number of clusters, at least 0
	 * @return the offset, or the text's length if it has no more clusters than that
	 */
	static int end(String text, int clusters) {
		if (clusters >= text.length()) {
			return text.length();
		}
		BreakIterator boundaries = boundaries(text);
		int end = 0;
		for (int i = 0; i < clusters && end < text.length(); i++) {
			end = boundaries.next();
		}
		return end;
	}

	static String reverse(String text) {
		char[] reversed = new char[text.length()];
		forEach(text, (start, end) -> text.getChars(start, end, reversed, text.length() - end));
		return new String(reversed);
	}

	static BreakIterator boundaries(String text) {
		// an iterator has state, so each caller gets its own
		BreakIterator boundaries = PROTOTYPE.clone();
		boundaries.setText(text);
		return boundaries;
	}

	/**
	 * Receives the offsets of clusters.
	 */
	@FunctionalInterface
	interface Visitor {

		void visit(int start, int end);

	}

}
