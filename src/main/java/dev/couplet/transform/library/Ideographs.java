package dev.couplet.transform.library;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;
import org.jspecify.annotations.Nullable;

/**
 * The Mandarin readings of Chinese characters, as defined by ICU's Han-Latin
 * transliterator. Han-Latin tries more than a thousand rules for every character, which
 * takes ten seconds for a megabyte, so its rules are kept in a table here.
 */
final class Ideographs {

	// the first half of Han-Latin, which inserts spaces between ideographs; without the
	// iteration mark, which it converts to a circled digit
	private static final Romanization SPACED_HAN = Romanization.of("[^\u3005] Han-Spacedhan");

	// the second half: a rule for each reading, with all characters that have it
	private static final String RULES = Transliterator.getInstance("Han-Latin").getElements()[1].toRules(false);

	private static final Pattern RULE = Pattern.compile("(\\[.+\\]) > (.+);");

	// words in which a character has a different reading
	private static final Pattern RULE_BEFORE = Pattern.compile("\\{(.)\\}' '\\?(.) > (.+);");

	private static final Map<Integer, ReadingBefore> READINGS_BEFORE = RULE_BEFORE.matcher(RULES)
		.results()
		.collect(Collectors.toMap((rule) -> rule.group(1).codePointAt(0), ReadingBefore::of));

	// the Basic Multilingual, Supplementary Multilingual and both Ideographic Planes
	private static final @Nullable String[] READINGS = readings(0x40000);

	private Ideographs() {
	}

	private static @Nullable String[] readings(int size) {
		@Nullable String[] readings = new String[size];
		RULE.matcher(RULES).results().forEach((rule) -> {
			String reading = rule.group(2);
			new UnicodeSet(rule.group(1)).forEach((character) -> readings[character.codePointAt(0)] = reading);
		});
		return readings;
	}

	/**
	 * Replaces ideographs by their readings, with spaces between them and adjacent
	 * letters, and ideographic punctuation by ASCII punctuation. Characters without a
	 * reading are left unchanged.
	 * @param text the text to edit
	 * @param start the start of the part to read
	 * @param end the end of the part
	 * @return the new end of the part
	 */
	static int read(EditableText text, int start, int end) {
		int limit = SPACED_HAN.apply(text, start, end);
		int offset = start;
		while (offset < limit) {
			int character = text.codePointAt(offset);
			int next = offset + Character.charCount(character);
			String reading = reading(text, character, next);
			if (reading != null) {
				text.replace(offset, next, reading);
				limit += offset + reading.length() - next;
				next = offset + reading.length();
			}
			offset = next;
		}
		return limit;
	}

	private static @Nullable String reading(EditableText text, int character, int end) {
		if (character >= READINGS.length) {
			return null;
		}
		ReadingBefore before = READINGS_BEFORE.get(character);
		return (before != null && before.isIn(text, end)) ? before.reading : READINGS[character];
	}

	/**
	 * A reading that a character has only before a certain other character.
	 *
	 * @param following the other character; a space may precede it
	 * @param reading the reading
	 */
	private record ReadingBefore(char following, String reading) {

		static ReadingBefore of(MatchResult rule) {
			return new ReadingBefore(rule.group(2).charAt(0), rule.group(3));
		}

		boolean isIn(EditableText text, int offset) {
			int next = (offset < text.length() && text.charAt(offset) == ' ') ? offset + 1 : offset;
			return next < text.length() && text.charAt(next) == this.following;
		}

	}

}
