package dev.couplet.transform.library;

import java.util.Set;
import java.util.regex.Pattern;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;
import org.jspecify.annotations.Nullable;

/**
 * The Mandarin readings of Chinese characters, as defined by ICU's Han-Latin
 * transliterator. Han-Latin tries more than a thousand rules for every character, which
 * takes seconds for a megabyte, so its rules are kept in a table here.
 */
final class Ideographs {

	/**
	 * The first code unit of ideographs and their punctuation.
	 */
	static final char FIRST = '\u2E80';

	private static final Transliterator HAN_LATIN = Transliterator.getInstance("Han-Latin");

	// the first half of Han-Latin, for the characters that it is meant for; without the
	// iteration mark, which it converts to a circled digit
	private static final Transliterator SPACED_HAN = Transliterator.getInstance(
			"[[[:Han:][:Ideographic:]\u3001-\u3011\u301C\u30FB\uFF01-\uFF0F\uFF1A-\uFF20\uFF61-\uFF65]-[\u3005]]"
					+ " Han-Spacedhan");

	// words in which Han-Latin reads the first character differently
	private static final Set<String> EXCEPTIONS = Set.of("\u91CD \u5E86", "\u85CF \u6587", "\u79D8 \u9C81");

	private static final int EXCEPTION_LENGTH = 3;

	private static final int ITERATION_MARK = 0x3005;

	private static final Pattern RULE = Pattern.compile("(\\[.+\\]) > (.+);");

	private static final UnicodeSet VARIANTS = new UnicodeSet("[[:Han:]&[:NFKC_Quick_Check=No:]]");

	// the Basic Multilingual, Supplementary Multilingual and both Ideographic Planes
	private static final @Nullable String[] READINGS = readings(0x40000);

	private Ideographs() {
	}

	private static @Nullable String[] readings(int size) {
		@Nullable String[] readings = new String[size];
		// the second half of Han-Latin: a rule for each reading, with all characters that
		// have it
		RULE.matcher(HAN_LATIN.getElements()[1].toRules(false)).results().forEach((rule) -> {
			String reading = rule.group(2);
			new UnicodeSet(rule.group(1)).forEach((character) -> readings[character.codePointAt(0)] = reading);
		});
		// the first half converts these to other characters first
		for (String variant : VARIANTS) {
			String reading = HAN_LATIN.transliterate(variant);
			readings[variant.codePointAt(0)] = reading.equals(variant) ? null : reading;
		}
		return readings;
	}

	/**
	 * Inserts spaces between ideographs and adjacent letters or ideographs, and replaces
	 * ideographic punctuation by ASCII punctuation.
	 * @param text a short text
	 * @return the spaced text
	 */
	static String space(String text) {
		return SPACED_HAN.transliterate(text);
	}

	/**
	 * Returns the end of the next unit to read.
	 * @param spaced a spaced text
	 * @param start the offset of the unit
	 * @return the offset after the character, or after the word with an exceptional
	 * reading
	 */
	static int end(String spaced, int start) {
		int end = start + EXCEPTION_LENGTH;
		boolean exception = end <= spaced.length() && spaced.charAt(start + 1) == ' '
				&& EXCEPTIONS.contains(spaced.substring(start, end));
		return exception ? end : start + Character.charCount(spaced.codePointAt(start));
	}

	/**
	 * Returns the reading of a character, or of a word with an exceptional reading.
	 * @param spaced a spaced text
	 * @param start the start offset
	 * @param end the end offset
	 * @return the reading; the character itself if it is not an ideograph; null for an
	 * ideograph without a reading
	 */
	static @Nullable String read(String spaced, int start, int end) {
		int character = spaced.codePointAt(start);
		// from ICU, whose Unicode version may be newer than the JDK's
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
