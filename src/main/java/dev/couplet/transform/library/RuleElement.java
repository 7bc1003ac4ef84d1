package dev.couplet.transform.library;

import com.ibm.icu.text.UnicodeSet;

/**
 * An element of the pattern of a {@link TransliterationRule}: a character or a set of
 * characters, with a quantifier. It is greedy, without backtracking, and also matches the
 * start and the end of a text if the set contains ICU's stand-in for them.
 *
 * @param character the character if there is only one, else -1
 * @param characters the characters, frozen
 * @param min how many must match, 0 or 1
 * @param max how many can match
 * @param group the number of its capturing group, or 0 if there is none
 */
record RuleElement(int character, UnicodeSet characters, int min, int max, int group) {

	private static final int TEXT_BOUNDARY = 0xFFFF;

	private static final int SHORT_RUN = 16;

	static RuleElement of(UnicodeSet characters, int group) {
		int character = (characters.size() == 1) ? characters.charAt(0) : -1;
		return new RuleElement(character, characters.freeze(), 1, 1, group);
	}

	RuleElement withQuantifier(char quantifier) {
		return new RuleElement(this.character, this.characters, (quantifier == '+') ? 1 : 0,
				(quantifier == '?') ? 1 : Integer.MAX_VALUE, this.group);
	}

	boolean contains(int other) {
		return (this.character >= 0) ? other == this.character : this.characters.contains(other);
	}

	/**
	 * Matches after an offset.
	 * @param text the text
	 * @param start the offset
	 * @param limit the offset of the end of what can match
	 * @param runs the long runs in the text
	 * @return the end of the match, or -1 if there is none
	 */
	int matchAfter(EditableText text, int start, int limit, MatchedRuns runs) {
		int offset = start;
		int count = 0;
		while (count < this.max && offset < limit) {
			int next = text.codePointAt(offset);
			if (!contains(next)) {
				break;
			}
			if (count == SHORT_RUN) {
				return runs.end(this, start, limit);
			}
			offset += Character.charCount(next);
			count++;
		}
		return (count >= this.min || (offset == limit && contains(TEXT_BOUNDARY))) ? offset : -1;
	}

	/**
	 * Matches before an offset.
	 * @param text the text
	 * @param end the offset
	 * @param runs the long runs in the text
	 * @return the start of the match, or -1 if there is none
	 */
	int matchBefore(EditableText text, int end, MatchedRuns runs) {
		int offset = end;
		int count = 0;
		while (count < this.max && offset > 0) {
			int previous = text.codePointBefore(offset);
			if (!contains(previous)) {
				break;
			}
			if (count == SHORT_RUN) {
				return runs.start(this, end);
			}
			offset -= Character.charCount(previous);
			count++;
		}
		return (count >= this.min || (offset == 0 && contains(TEXT_BOUNDARY))) ? offset : -1;
	}

}
