package dev.couplet.transform.library;

import java.util.List;

/**
 * A rule of an ICU transliterator: {@code before{key}after > output;}.
 *
 * @param before what precedes the key
 * @param key what the output replaces; can be empty
 * @param after what follows the key
 * @param output the output, in which U+0001 to U+0008 stand for captured groups
 * @param cursor the offset in the output where the next match starts
 */
record TransliterationRule(List<RuleElement> before, List<RuleElement> key, List<RuleElement> after, String output,
		int cursor) {

	private static final int MAX_GROUPS = 8;

	/**
	 * Returns whether the rule can match in front of a character.
	 * @param character the character
	 * @return false if it cannot
	 */
	boolean canStartWith(int character) {
		for (RuleElement element : this.key.isEmpty() ? this.after : this.key) {
			if (element.contains(character)) {
				return true;
			}
			if (element.min() > 0) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Matches the rule.
	 * @param text the text
	 * @param start where the key starts
	 * @param limit the end of the part of the text that can be replaced
	 * @param runs the long runs in the text
	 * @return the end of the key, or -1 if the rule does not match
	 */
	int match(EditableText text, int start, int limit, MatchedRuns runs) {
		int end = matchBefore(text, start, runs) ? matchAfter(this.key, text, start, limit, runs) : -1;
		return (end >= 0 && matchAfter(this.after, text, end, text.length(), runs) >= 0) ? end : -1;
	}

	private static int matchAfter(List<RuleElement> elements, EditableText text, int start, int limit,
			MatchedRuns runs) {
		int offset = start;
		for (int i = 0; i < elements.size() && offset >= 0; i++) {
			offset = elements.get(i).matchAfter(text, offset, limit, runs);
		}
		return offset;
	}

	private boolean matchBefore(EditableText text, int end, MatchedRuns runs) {
		int offset = end;
		for (int i = this.before.size() - 1; i >= 0 && offset >= 0; i--) {
			offset = this.before.get(i).matchBefore(text, offset, runs);
		}
		return offset >= 0;
	}

	/**
	 * Replaces the key.
	 * @param text the text
	 * @param start where the key starts
	 * @param end where it ends, as matched
	 * @param limit the end of the part of the text that can be replaced
	 * @param runs the long runs in the text
	 * @return where the next match starts
	 */
	int replace(EditableText text, int start, int end, int limit, MatchedRuns runs) {
		int next = start + this.cursor;
		StringBuilder replacement = null;
		for (int i = 0; i < this.output.length(); i++) {
			char unit = this.output.charAt(i);
			if (unit <= MAX_GROUPS) {
				replacement = (replacement != null) ? replacement : new StringBuilder(this.output.substring(0, i));
				String group = group(unit, text, start, limit, runs);
				replacement.append(group);
				next += (i < this.cursor) ? group.length() - 1 : 0;
			}
			else if (replacement != null) {
				replacement.append(unit);
			}
		}
		runs.edit(start, end);
		text.replace(start, end, (replacement != null) ? replacement.toString() : this.output);
		return next;
	}

	private String group(int group, EditableText text, int start, int limit, MatchedRuns runs) {
		StringBuilder captured = new StringBuilder();
		int offset = start;
		for (RuleElement element : this.before.reversed()) {
			int previous = element.matchBefore(text, offset, runs);
			if (element.group() == group) {
				captured.insert(0, text.substring(firstHalf(text, previous), firstHalf(text, offset)));
			}
			offset = previous;
		}
		offset = start;
		for (RuleElement element : this.key) {
			int next = element.matchAfter(text, offset, limit, runs);
			if (element.group() == group) {
				captured.append(text.substring(offset, next));
			}
			offset = next;
		}
		return captured.toString();
	}

	// as ICU, where a group before the key starts and ends within a surrogate pair
	private static int firstHalf(EditableText text, int end) {
		return (end > 0 && Character.isSupplementaryCodePoint(text.codePointBefore(end))) ? end - 1 : end;
	}

}
