package dev.couplet.transform.library;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import com.ibm.icu.text.Normalizer2;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * The four Unicode normalization forms (UAX #15), in linear time. ICU and the JDK sort
 * combining marks by insertion and move the rest of the text after each composition, so
 * that a long run of marks takes quadratic time. They are therefore given short chunks
 * only. A run of marks that is longer than a chunk is normalized here, step by step as
 * the standard defines it.
 */
final class Normalization {

	static final Normalization NFC = new Normalization(Normalizer2.getNFCInstance(), true);

	static final Normalization NFD = new Normalization(Normalizer2.getNFDInstance(), false);

	static final Normalization NFKC = new Normalization(Normalizer2.getNFKCInstance(), true);

	static final Normalization NFKD = new Normalization(Normalizer2.getNFKDInstance(), false);

	private static final int CHUNK = 100;

	private static final int MAX_CHUNK = 2 * CHUNK;

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
	 * @param limit the maximum size of the result
	 * @return the normalized text
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	String apply(String text, SizeLimit limit) {
		if (this.normalizer.spanQuickCheckYes(text) == text.length()) {
			return text;
		}
		return inChunks(text, limit, this.normalizer::normalize);
	}

	/**
	 * Normalizes only runs of marks that are so long that ICU would take quadratic time
	 * for them.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return a text that ICU normalizes in linear time
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	String applyToLongRuns(String text, SizeLimit limit) {
		return inChunks(text, limit, UnaryOperator.identity());
	}

	private String inChunks(String text, SizeLimit limit, UnaryOperator<String> shortChunk) {
		LimitedBuilder result = new LimitedBuilder(limit);
		int start = 0;
		while (start < text.length()) {
			int end = boundary(text, start + CHUNK);
			String chunk = text.substring(start, end);
			result.append((chunk.length() > MAX_CHUNK) ? normalizeByDefinition(chunk) : shortChunk.apply(chunk));
			start = end;
		}
		return result.toString();
	}

	private int boundary(String text, int from) {
		int end = from;
		while (end < text.length() && !isBoundary(text, end)) {
			end++;
		}
		return Math.min(end, text.length());
	}

	private boolean isBoundary(String text, int offset) {
		return !Character.isLowSurrogate(text.charAt(offset))
				&& this.normalizer.hasBoundaryBefore(text.codePointAt(offset));
	}

	/**
	 * Normalizes as defined in section 3.11 of The Unicode Standard: decomposes all
	 * characters, sorts the marks into canonical order, and composes.
	 * @param text any text
	 * @return the normalized text
	 */
	String normalizeByDefinition(String text) {
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
		// class, position, character: a stable sort by class
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
