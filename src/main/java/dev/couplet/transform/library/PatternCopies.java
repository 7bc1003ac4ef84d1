package dev.couplet.transform.library;

import java.util.concurrent.atomic.AtomicReferenceArray;

import com.google.re2j.Pattern;

/**
 * Copies of a pattern for threads that match many short texts. A pattern keeps a list of
 * its free automata, which every match changes twice: threads that share a pattern would
 * wait for each other longer than a short match takes.
 */
final class PatternCopies {

	// threads that run at the same time rarely share a copy
	private static final int COPIES = 2 * Runtime.getRuntime().availableProcessors();

	private final AtomicReferenceArray<Pattern> copies = new AtomicReferenceArray<>(COPIES);

	private final Pattern pattern;

	PatternCopies(Pattern pattern) {
		this.pattern = pattern;
	}

	/**
	 * Returns the pattern of this thread.
	 * @return an equal pattern
	 */
	Pattern ofThread() {
		int index = (int) (Thread.currentThread().threadId() % COPIES);
		Pattern copy = this.copies.get(index);
		if (copy == null) {
			copy = Pattern.compile(this.pattern.pattern());
			this.copies.set(index, copy);
		}
		return copy;
	}

}
