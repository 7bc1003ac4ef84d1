package dev.couplet.transform.library;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.couplet.transform.Parts;

/**
 * The matches of a pattern, or one group of each. A match in which the group takes no
 * part is skipped. The pattern does not see a byte order mark at the front of the text.
 */
final class MatchParts extends Parts {

	private final int mark;

	private final String text;

	private final Matcher matcher;

	private final int group;

	MatchParts(Pattern pattern, int group, String text) {
		this.mark = ByteOrderMark.of(text).length();
		this.text = text.substring(this.mark);
		this.matcher = Patterns.matcher(pattern, this.text);
		this.group = group;
	}

	@Override
	public boolean next() {
		while (this.matcher.find()) {
			int start = this.matcher.start(this.group);
			if (start >= 0 && !isInsideCharacter(this.text, start)) {
				return found(this.mark + start, this.mark + this.matcher.end(this.group));
			}
		}
		return false;
	}

	// RE2/J finds the empty match also between the halves of a surrogate pair
	static boolean isInsideCharacter(String text, int index) {
		return index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index))
				&& Character.isHighSurrogate(text.charAt(index - 1));
	}

}
