package dev.couplet.transform.library;

import java.util.Set;
import java.util.regex.Pattern;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;
import org.jspecify.annotations.Nullable;

/**
 * The Mandarin readings of Chinese characters, as in ICU's Han-Latin. That one tries more
 * than a thousand rules on every character, which takes seconds for a megabyte; so here
 * its rules are a table.
 */
final class Ideographs {

	/**
	 * Before this one there are none, and nothing of their punctuation.
	 */
	static final char FIRST = '\u2E80';

	private static final Transliterator HAN_LATIN = Transliterator.getInstance("Han-Latin");

	// the first half of Han-Latin, on what it is meant for; without the iteration mark,
	// which it takes to a circled digit
	private static final Transliterator SPACED_HAN = Transliterator.getInstance(
			"[[[:Han:][:Ideographic:]\u3001-\u3011\u301C\u30FB\uFF01-\uFF0F\uFF1A-\uFF20\uFF61-\uFF65]-[\u3005]]"
					+ " Han-Spacedhan");

	// the words in which Han-Latin reads the first character otherwise than alone
	private static final Set<String> EXCEPTIONS = Set.of("\u91CD \u5E86", "\u85CF \u6587", "\u79D8 \u9C81");

	private static final int EXCEPTION_LENGTH = 3;

	private static final int ITERATION_MARK = 0x3005;

	private static final Pattern RULE = Pattern.compile("(\\[.+\\]) > (.+);");

	private static final UnicodeSet VARIANTS = new UnicodeSet("[[:Han:]&[:NFKC_Quick_Check=No:]]");

	// the Basic, Supplementary and both Ideographic Planes
	private static final @Nullable String[] READINGS = readings(0x40000);

	private Ideographs() {
	}

	private static @Nullable String[] readings(int size) {
		@Nullable String[] readings = new String[size];
		// the second half of Han-Latin: a rule for every reading, with all that have it
		RULE.matcher(HAN_LATIN.getElements()[1].toRules(false)).results().forEach((rule) -> {
			String reading = rule.group(2);
			new UnicodeSet(rule.group(1)).forEach((character) -> readings[character.codePointAt(0)] = reading);
		});
		// the first half takes these to others before
		for (String variant : VARIANTS) {
			String reading = HAN_LATIN.transliterate(variant);
			readings[variant.codePointAt(0)] = reading.equals(variant) ? null : reading;
		}
		return readings;
	}

	/**
	 * Puts spaces around ideographs that are next to letters or to each other, and plain
	 * punctuation in place of theirs.
	 * @param text a short text
	 * @return the text, spaced
	 */
	static String space(String text) {
		return SPACED_HAN.transliterate(text);
	}

	/**
	 * Finds what is to be read at once.
	 * @param spaced a spaced text
	 * @param start an offset into it
	 * @return the end of the character or of the exceptional word that starts there
	 */
	static int end(String spaced, int start) {
		int end = start + EXCEPTION_LENGTH;
		boolean exception = end <= spaced.length() && spaced.charAt(start + 1) == ' '
				&& EXCEPTIONS.contains(spaced.substring(start, end));
		return exception ? end : start + Character.charCount(spaced.codePointAt(start));
	}

	/**
	 * Reads a character, or an exceptional word.
	 * @param spaced a spaced text
	 * @param start where it starts
	 * @param end where it ends
	 * @return its reading, or itself where it is no ideograph; null where it is one
	 * without a reading
	 */
	static @Nullable String read(String spaced, int start, int end) {
		int character = spaced.codePointAt(start);
		// by ICU, which knows ideographs that the JDK does not know yet
		if (UScript.getScript(character) != UScript.HAN) {
			return spaced.substring(start, end);
		}
		if (character == ITERATION_MARK) {
			return null;
		}
		if (end - start == EXCEPTION_LENGTH) {
			return HAN_LATIN.transliterate(spaced.substring(start, start + 1) + spaced.charAt(end - 1));
		}
		return READINGS[character];
	}

}
