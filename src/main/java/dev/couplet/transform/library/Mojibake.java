package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Mends text in UTF-8 that was read as windows-1252 or ISO 8859-1, once or several times.
 * Such text has sequences of characters whose bytes are UTF-8. Correct text has them too,
 * such as a capital before a quotation mark, so that a sequence is mended only if correct
 * text cannot have it, or if its line has such sequences and nothing else that is not
 * ASCII.
 */
final class Mojibake {

	// ten times need a thousand characters for one
	private static final int MAX_ROUNDS = 10;

	// many sequences next to each other are of another script
	private static final int LONG_ROW = 3;

	private final String line;

	private final List<MojibakeSequence> sequences = new ArrayList<>();

	// for each sequence, whether correct text cannot have it
	private final BitSet certain = new BitSet();

	// whether there is a character that is neither ASCII nor in a sequence
	private boolean mixed;

	private Mojibake(String line) {
		this.line = line;
	}

	/**
	 * Mends a text.
	 * @param text any text
	 * @return the text, or a shorter one
	 */
	static String mend(String text) {
		StringBuilder mended = new StringBuilder(text.length());
		int done = 0;
		for (int i = 0; i < text.length(); i++) {
			// lines of ASCII stay
			if (text.charAt(i) >= 0x80) {
				int start = text.lastIndexOf('\n', i) + 1;
				int feed = text.indexOf('\n', i);
				int end = (feed < 0) ? text.length() : feed + 1;
				mended.append(text, done, start).append(mendLine(text.substring(start, end)));
				done = end;
				i = end - 1;
			}
		}
		return mended.append(text, done, text.length()).toString();
	}

	private static String mendLine(String line) {
		String mended = line;
		for (int round = 0; round < MAX_ROUNDS; round++) {
			String next = new Mojibake(mended).mend();
			if (next.length() == mended.length()) {
				return next;
			}
			mended = next;
		}
		return mended;
	}

	private String mend() {
		find();
		if (this.sequences.isEmpty()) {
			return this.line;
		}
		boolean all = !this.mixed && !this.certain.isEmpty();
		StringBuilder mended = new StringBuilder(this.line.length());
		int done = 0;
		for (int i = 0; i < this.sequences.size(); i++) {
			MojibakeSequence sequence = this.sequences.get(i);
			if (this.certain.get(i) || (all && !sequence.startsWithSharpS(this.line))) {
				mended.append(this.line, done, sequence.start()).appendCodePoint(sequence.character());
				done = sequence.end();
			}
		}
		return mended.append(this.line, done, this.line.length()).toString();
	}

	private void find() {
		int i = 0;
		int row = 0;
		while (i < this.line.length()) {
			if (this.line.charAt(i) < 0x80) {
				i++;
				row = 0;
				continue;
			}
			MojibakeSequence sequence = MojibakeSequence.at(this.line, i);
			if (sequence == null) {
				this.mixed = true;
				i++;
				row = 0;
				continue;
			}
			int number = this.sequences.size();
			this.sequences.add(sequence);
			row++;
			if (row >= LONG_ROW) {
				this.certain.set(number + 1 - LONG_ROW, number + 1);
			}
			else {
				this.certain.set(number, !sequence.canBeCorrect(this.line));
			}
			i = sequence.end();
		}
	}

}
