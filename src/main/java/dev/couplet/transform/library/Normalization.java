package dev.couplet.transform.library;

import java.util.Arrays;
import java.util.stream.IntStream;

import com.ibm.icu.text.Normalizer2;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TextTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * The four normalization forms (UAX #15), in linear time. ICU and the JDK put marks into
 * canonical order by insertion, and close up the text after each composition: a long row
 * of marks takes quadratic time. So they are given short pieces only, and a row too long
 * for that is done here, by the book.
 */
final class Normalization {

	static final Normalization NFC = new Normalization(Normalizer2.getNFCInstance(), true);

	static final Normalization NFD = new Normalization(Normalizer2.getNFDInstance(), false);

	static final Normalization NFKC = new Normalization(Normalizer2.getNFKCInstance(), true);

	static final Normalization NFKD = new Normalization(Normalizer2.getNFKDInstance(), false);

	private static final int PIECE = 100;

	private static final int LONGEST_PIECE = 2 * PIECE;

	private static final int INDEX_SHIFT = 21;

	private static final int CLASS_SHIFT = INDEX_SHIFT + 32;

	private static final int CODE_POINT_MASK = (1 << INDEX_SHIFT) - 1;

	private final Normalizer2 normalizer;

	private final boolean composes;

	private Normalization(Normalizer2 normalizer, boolean composes) {
		this.normalizer = normalizer;
		this.composes = composes;
	}

	/**
	 * Normalizes a text.
	 * @param text any text
	 * @param limit what the result may come to
	 * @return the text in this form
	 * @throws TextTooLargeException where the result would be over the limit
	 */
	String apply(String text, SizeLimit limit) {
		if (this.normalizer.spanQuickCheckYes(text) == text.length()) {
			return text;
		}
		LimitedBuilder result = new LimitedBuilder(limit);
		int start = 0;
		while (start < text.length()) {
			int end = boundary(text, start + PIECE);
			String piece = text.substring(start, end);
			result.append((piece.length() > LONGEST_PIECE) ? byTheBook(piece) : this.normalizer.normalize(piece));
			start = end;
		}
		return result.toString();
	}

	/**
	 * Tells whether a text may be cut before a character.
	 * @param character a code point
	 * @return whether this form never makes one of it and what comes before it
	 */
	boolean hasBoundaryBefore(int character) {
		return this.normalizer.hasBoundaryBefore(character);
	}

	private int boundary(String text, int from) {
		int end = from;
		while (end < text.length() && !isBoundary(text, end)) {
			end++;
		}
		return Math.min(end, text.length());
	}

	private boolean isBoundary(String text, int offset) {
		return !Character.isLowSurrogate(text.charAt(offset)) && hasBoundaryBefore(text.codePointAt(offset));
	}

	/**
	 * Normalizes as The Unicode Standard defines it, section 3.11: decomposes every
	 * character, puts the marks into canonical order, composes.
	 * @param text any text
	 * @return the text in this form
	 */
	String byTheBook(String text) {
		int[] characters = text.codePoints().flatMap(this::decompose).toArray();
		order(characters);
		int length = this.composes ? compose(characters) : characters.length;
		return new String(characters, 0, length);
	}

	private IntStream decompose(int character) {
		@Nullable String decomposition = this.normalizer.getDecomposition(character);
		return (decomposition != null) ? decomposition.codePoints() : IntStream.of(character);
	}

	private void order(int[] characters) {
		int start = 0;
		while (start < characters.length) {
			int end = start;
			while (end < characters.length && combiningClass(characters[end]) != 0) {
				end++;
			}
			orderMarks(characters, start, end);
			start = end + 1;
		}
	}

	private void orderMarks(int[] characters, int start, int end) {
		if (end - start < 2) {
			return;
		}
		// class, place, character: sorted by class, those of one class stay in place
		long[] marks = new long[end - start];
		for (int i = 0; i < marks.length; i++) {
			int mark = characters[start + i];
			marks[i] = ((long) combiningClass(mark) << CLASS_SHIFT) | ((long) i << INDEX_SHIFT) | mark;
		}
		Arrays.sort(marks);
		for (int i = 0; i < marks.length; i++) {
			characters[start + i] = (int) (marks[i] & CODE_POINT_MASK);
		}
	}

	private int compose(int[] characters) {
		int length = 0;
		int starter = -1;
		int lastClass = 0;
		for (int character : characters) {
			int combiningClass = combiningClass(character);
			boolean reachesStarter = starter >= 0 && (starter == length - 1 || lastClass < combiningClass);
			int composite = reachesStarter ? this.normalizer.composePair(characters[starter], character) : -1;
			if (composite >= 0) {
				characters[starter] = composite;
				continue;
			}
			if (combiningClass == 0) {
				starter = length;
			}
			lastClass = combiningClass;
			characters[length] = character;
			length++;
		}
		return length;
	}

	private int combiningClass(int character) {
		return this.normalizer.getCombiningClass(character);
	}

}
