package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;

import dev.couplet.transform.ValueRefusedException;

/**
 * The long runs of characters that elements with {@code *} and {@code +} have matched in
 * a part of a text that is edited. Without them, a rule that fails after a run would scan
 * all of the run again at each of its characters.
 */
final class MatchedRuns {

	// of the length of the part
	private static final int MAX_REPLACED = 32;

	private static final int MIN_MAX_REPLACED = 50_000;

	private final EditableText text;

	private final long maxReplaced;

	private long replaced;

	// few elements match long runs
	private final List<Run> after = new ArrayList<>();

	private final List<Run> before = new ArrayList<>();

	/**
	 * Creates an object that knows no runs.
	 * @param text the text
	 * @param length the length of the part that is edited
	 */
	MatchedRuns(EditableText text, int length) {
		this.text = text;
		this.maxReplaced = Math.max(MIN_MAX_REPLACED, (long) MAX_REPLACED * length);
	}

	/**
	 * Finds the end of a run.
	 * @param element the element that matches its characters
	 * @param start an offset in the run
	 * @param limit the offset of the end of what can match
	 * @return the end of the run
	 */
	int end(RuleElement element, int start, int limit) {
		// distances from the end of the text stay the same when something before is
		// edited
		int length = this.text.length();
		Run known = find(this.after, element, length - limit);
		int offset = start;
		while (offset < limit && !known.contains(length - offset)) {
			int next = this.text.codePointAt(offset);
			if (!element.contains(next)) {
				known.set(length - offset, length - start);
				return offset;
			}
			offset += Character.charCount(next);
		}
		int end = (offset < limit) ? length - known.low : offset;
		known.set(length - end, length - start);
		return end;
	}

	/**
	 * Finds the start of a run.
	 * @param element the element that matches its characters
	 * @param end an offset in the run
	 * @return the start of the run
	 */
	int start(RuleElement element, int end) {
		Run known = find(this.before, element, 0);
		int offset = end;
		while (offset > 0 && !known.contains(offset)) {
			int previous = this.text.codePointBefore(offset);
			if (!element.contains(previous)) {
				known.set(offset, end);
				return offset;
			}
			offset -= Character.charCount(previous);
		}
		int start = (offset > 0) ? known.low : 0;
		known.set(start, end);
		return start;
	}

	// equal elements match the same, up to the same limit
	private static Run find(List<Run> runs, RuleElement element, int limit) {
		for (Run run : runs) {
			if (run.limit == limit && run.element.equals(element)) {
				return run;
			}
		}
		Run run = new Run(element, limit);
		runs.add(run);
		return run;
	}

	/**
	 * Forgets what an edit changes.
	 * @param start the start of what is replaced
	 * @param end its end, before the edit
	 * @throws ValueRefusedException if the edits together replace many times the part.
	 * The rule for rough breathings replaces all Greek vowels before each, and again for
	 * the next one
	 */
	void edit(int start, int end) {
		this.replaced += end - start;
		if (this.replaced > this.maxReplaced) {
			throw new ValueRefusedException("the text has too many Greek vowels with rough breathings in one row to be "
					+ "romanized; put nfd,replace=%CC%94: first");
		}
		int distance = this.text.length() - end;
		for (Run run : this.after) {
			run.high = Math.min(run.high, distance);
		}
		for (Run run : this.before) {
			run.high = Math.min(run.high, start);
		}
	}

	/**
	 * A run. Its low end is where the element stops to match.
	 */
	private static final class Run {

		private final RuleElement element;

		private final int limit;

		private int low;

		private int high;

		Run(RuleElement element, int limit) {
			this.element = element;
			this.limit = limit;
		}

		boolean contains(int position) {
			return position > this.low && position <= this.high;
		}

		void set(int newLow, int newHigh) {
			this.low = newLow;
			this.high = newHigh;
		}

	}

}
