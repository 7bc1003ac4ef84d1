package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which words of a title start with a small letter.
 */
enum TitleStyle {

	/**
	 * None.
	 */
	PLAIN(""),

	/**
	 * Articles, and conjunctions and prepositions of up to three letters, as in the
	 * stylebook of the Associated Press.
	 */
	AP("a an and as at but by for if in nor of off on or per so the to up via vs yet"),

	/**
	 * Articles, the common conjunctions, and prepositions of up to four letters, as in
	 * The Chicago Manual of Style, 18th edition.
	 */
	CHICAGO("a an and as at but by down for from in into like near nor of off on onto or over past per the to up "
			+ "upon via vs with");

	private static final String ENDS = ":.!?\u2026";

	// never changed; Set.of gives no type that says so
	@SuppressWarnings("ImmutableEnumChecker")
	private final Set<String> small;

	TitleStyle(String small) {
		this.small = Set.of(small.split(" "));
	}

	static TitleStyle of(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT));
	}

	/**
	 * Converts titles, one in each line. The first and the last word of a line start with
	 * a capital, and so does a word after a colon or the end of a sentence.
	 * @param text any text
	 * @return the text
	 */
	String capitalize(String text) {
		if (this == PLAIN) {
			return Words.capitalizeAll(text);
		}
		List<int[]> words = new ArrayList<>();
		Words.forEach(text, (start, end) -> words.add(new int[] { start, end }));
		StringBuilder result = new StringBuilder(text.length());
		int copied = 0;
		boolean fresh = true;
		for (int i = 0; i < words.size(); i++) {
			int start = words.get(i)[0];
			int end = words.get(i)[1];
			String after = text.substring(end, (i + 1 < words.size()) ? words.get(i + 1)[0] : text.length());
			boolean last = i + 1 == words.size() || after.indexOf('\n') >= 0;
			result.append(text, copied, start).append(capitalize(text.substring(start, end), fresh || last));
			copied = end;
			fresh = after.indexOf('\n') >= 0 || isEnd(after);
		}
		return result.append(text, copied, text.length()).toString();
	}

	private String capitalize(String word, boolean always) {
		String lower = Words.lower(word);
		return (!always && this.small.contains(lower)) ? lower : Words.capitalize(word);
	}

	// a colon, or the end of a sentence, and then white space
	private static boolean isEnd(String between) {
		boolean end = false;
		for (int i = 0; i < between.length(); i++) {
			char unit = between.charAt(i);
			if (end && WhiteSpace.is(unit)) {
				return true;
			}
			end = end || ENDS.indexOf(unit) >= 0;
		}
		return false;
	}

}
