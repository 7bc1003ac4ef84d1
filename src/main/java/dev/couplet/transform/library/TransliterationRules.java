package dev.couplet.transform.library;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules of an ICU transliterator. They are applied as by ICU, which holds a lock
 * while it does that, and tries the rules for all characters with the same low byte.
 */
final class TransliterationRules {

	private final List<TransliterationRule> rules;

	private final Map<Integer, List<TransliterationRule>> byFirst = new ConcurrentHashMap<>();

	/**
	 * Creates rules.
	 * @param rules the rules, a line for each
	 */
	TransliterationRules(String rules) {
		this.rules = rules.lines().map(RuleParser::parse).toList();
	}

	/**
	 * Transliterates a part of a text. The rules see the whole text around it.
	 * @param text the text to edit
	 * @param start the start of the part
	 * @param end the end of the part
	 * @return the new end of the part
	 */
	int apply(EditableText text, int start, int end) {
		MatchedRuns runs = new MatchedRuns(text, end - start);
		int offset = start;
		int limit = end;
		while (offset < limit) {
			int length = text.length();
			int next = applyAt(text, offset, limit, runs);
			limit += text.length() - length;
			offset = next;
		}
		return limit;
	}

	private int applyAt(EditableText text, int start, int limit, MatchedRuns runs) {
		int character = text.codePointAt(start);
		List<TransliterationRule> candidates = this.byFirst.get(character);
		if (candidates == null) {
			candidates = this.rules.stream().filter((rule) -> rule.canStartWith(character)).toList();
			this.byFirst.put(character, candidates);
		}
		for (int i = 0; i < candidates.size(); i++) {
			TransliterationRule rule = candidates.get(i);
			int end = rule.match(text, start, limit, runs);
			if (end >= 0) {
				return rule.replace(text, start, end, limit, runs);
			}
		}
		return start + Character.charCount(character);
	}

}
