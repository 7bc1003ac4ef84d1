package dev.couplet.transform.library;

import com.google.re2j.Pattern;
import dev.couplet.transform.Parts;
import dev.couplet.transform.Splitter;

/**
 * Finds the matches of a pattern.
 *
 * @param pattern the pattern
 * @param group the number of the group that is the part, or 0 for the whole match
 */
record MatchSplitter(Pattern pattern, int group) implements Splitter {

	@Override
	public Parts split(String text) {
		return new MatchParts(this.pattern, this.group, text);
	}

	@Override
	public boolean isSmall() {
		return Patterns.isSmall(this.pattern);
	}

	@Override
	public int weight() {
		return Patterns.weight(this.pattern);
	}

}
