package dev.couplet.transform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Texts that reveal quadratic time, failures, and split characters.
 */
public final class HostileTexts {

	private static final Map<String, String> UNITS = units();

	private static final List<String> FRAGMENTS = Stream.concat(UNITS.values().stream(), fragments()).toList();

	private static final int MAX_FRAGMENTS = 40;

	private static final int MAX_RUN = 300;

	private HostileTexts() {
	}

	/**
	 * Returns all texts, repeated up to a size.
	 * @param bytes the maximum size in bytes of UTF-8
	 * @return the texts, by description
	 */
	public static Map<String, String> of(int bytes) {
		Map<String, String> texts = new LinkedHashMap<>();
		UNITS.forEach((name, unit) -> texts.put(name, filled(unit, bytes)));
		texts.put("two runs of marks out of order",
				"a" + filled("\u0301", bytes / 2 - 1) + filled("\u0316", bytes / 2));
		texts.put("Greek and runs of marks out of order", "α" + filled("\u0301\u0316", bytes - 2));
		texts.put("Arabic and runs of marks out of order", "ل" + filled("\u0651\u064E\u064D", bytes - 2));
		texts.put("kana and runs of marks out of order", "か" + filled("\u0301\u3099\u0316", bytes - 3));
		texts.put("Greek and rough breathings", "α" + filled("\u0314", bytes - 2));
		texts.put("one letter and a run of marks", "e" + filled("\u0301", bytes - 1));
		texts.put("white space and a letter", filled(" ", bytes - 1) + "x");
		texts.put("a list of numbers", enclosed("[", "1,", "1]", bytes));
		texts.put("lists in lists",
				enclosed("[", "[".repeat(90) + "1,".repeat(300) + "1" + "]".repeat(90) + ",", "1]", bytes));
		texts.put("tables of TOML", enclosed("a=[", "{a=1},", "]", bytes));
		texts.put("elements of XML", enclosed("<a>", "<b c='d'/>", "</a>", bytes));
		texts.put("every plane", filled(everyPlane(), bytes));
		for (Character.UnicodeScript script : List.of(Character.UnicodeScript.HAN, Character.UnicodeScript.HANGUL,
				Character.UnicodeScript.THAI, Character.UnicodeScript.THAANA, Character.UnicodeScript.ARABIC,
				Character.UnicodeScript.DEVANAGARI, Character.UnicodeScript.HIRAGANA, Character.UnicodeScript.GREEK,
				Character.UnicodeScript.CYRILLIC, Character.UnicodeScript.LATIN, Character.UnicodeScript.COMMON,
				Character.UnicodeScript.INHERITED)) {
			texts.put("the script " + script, filled(script(script), bytes));
		}
		return texts;
	}

	/**
	 * Returns a random text, more often short than long.
	 * @param random the source of randomness
	 * @return up to 40 random fragments, some repeated up to 300 times; sometimes the
	 * empty text
	 */
	public static String random(RandomGenerator random) {
		StringBuilder text = new StringBuilder();
		int bound = random.nextInt(1, MAX_FRAGMENTS + 2);
		for (int left = random.nextInt(bound); left > 0; left--) {
			boolean once = random.nextInt(20) > 0;
			String fragment = FRAGMENTS.get(random.nextInt(FRAGMENTS.size()));
			text.append(fragment.repeat(once ? 1 : random.nextInt(2, MAX_RUN + 1)));
		}
		return text.toString();
	}

	private static Map<String, String> units() {
		Map<String, String> units = new LinkedHashMap<>();
		units.put("words", "here is my poem ");
		units.put("one word", "a");
		units.put("Greek vowels", "\u03B1");
		units.put("Greek vowels with rough breathings", "\u03C5\u0314");
		units.put("unknown words", "misquarbelieyingmuationizationely ");
		units.put("camel case", "aB");
		units.put("capitals", "A");
		units.put("digits", "0123456789");
		units.put("brackets", "([{<>}])");
		units.put("letters with an accent", "\u00E9");
		units.put("single letters", "a ");
		units.put("line feeds", "\n");
		units.put("CRLFs", "\r\n");
		units.put("carriage returns", "\r");
		units.put("lines of a letter", "a\n");
		units.put("lines with CRLF", "a b\r\n");
		units.put("spaces", " ");
		units.put("tabs and no-break spaces", "\t\u00A0");
		units.put("lone controls", "\u0001\u0000\u001B\u007F\u0085");
		units.put("marks", "\u0301");
		units.put("marks out of order", "\u0301\u0316");
		units.put("spaces with marks", " \u0301");
		units.put("families", "👨‍👩‍👧‍👦");
		units.put("one chain of joined emoji", "👩\u200D");
		units.put("skin tones", "👍🏽");
		units.put("flags", "🇩🇪🇫🇷");
		units.put("regional indicators", "🇦");
		units.put("variation selectors", "☾\uFE0F");
		units.put("tags", "\uDB40\uDC61");
		units.put("Hangul jamo", "\u1100\u1161\u11A8");
		units.put("vowel jamo", "\u1161");
		units.put("viramas", "क्");
		units.put("vowel signs that compose with each other", "\uD818\uDD1E");
		units.put("Thai", "ภาษาไทยกวี");
		units.put("Han", "你好世界诗歌");
		units.put("ideographs of Unicode 17", "\uD88A\uDD42");
		units.put("Han and punctuation", "你，");
		units.put("Han and Latin", "你a");
		units.put("kana", "きゃく");
		units.put("kana and iteration marks", "あゝ");
		units.put("Greek and marks", "α\u0301\u0301\u0301\u0301\u0301\u0301");
		units.put("Korean", "한국어시");
		units.put("capital sigmas", "Σ");
		units.put("capital sigmas and dots", "Σ.");
		units.put("ligatures of eighteen letters", "\uFDFA");
		units.put("letters that expand in upper case", "\u0390");
		units.put("dotted capitals", "\u0130");
		units.put("ampersands", "&");
		units.put("incomplete references", "&#x1");
		units.put("references", "&amp;&#xE9;");
		units.put("references of two characters", "&nGt;");
		units.put("references without their semicolons", "&notit;");
		units.put("incomplete names of references", "&CounterClockwiseContourIntegra");
		units.put("letters after ampersands", "&aaaaaa");
		units.put("beginnings of numbered references", "&#");
		units.put("encoded words", "=?utf-8?q?=C3=A9?= ");
		units.put("encoded words of several charsets", "=?utf-8?q?a?==?gbk?b?YQ?=");
		units.put("beginnings of encoded words", "=?utf-8?q?");
		units.put("Unicode escapes", "\\u00e9");
		units.put("beginnings of escapes for bytes", "M-^");
		units.put("quotes", "\"'");
		units.put("backslashes", "\\");
		units.put("percent-encoding", "%41");
		units.put("equals signs", "=");
		units.put("hyphens", "a-");
		units.put("apostrophes", "'");
		units.put("joined by apostrophes", "a'");
		units.put("list items", "- a\n");
		units.put("emphases", "*a");
		units.put("links that are not closed", "[a](b");
		units.put("links", "<a href=http://a>");
		units.put("right to left", "\u202Eשלום");
		units.put("lines of UTF-8 read as windows-1252 twice", "\u00C3\u0192\u00C2\u00A9\n");
		units.put("replacement characters", "\uFFFD");
		units.put("noncharacters", "\uFFFE\uFDD0\uDBFF\uDFFF");
		return units;
	}

	// fragments that matter next to others rather than repeated
	private static Stream<String> fragments() {
		return Stream.of("B", "e\u0301", "\u0316", "  ", "\t", "\u000B", "\f", "\u0085", "\u00A0", "\u2028", "\u2029",
				"\n\r", "\r\r\n", "\u0000", "\u007F", "\"", "'", "\u00DF", "\u0149", "\u01C5", "\u8A69",
				"\u1112\u1161\u11AB", "\u200B", "\u200D", "\u2067", "\u2069", "\u05D0", "\uFEFF", "\uDBFF\uDFFF", "🌹",
				"👨\u200D👩", "=41", "= ", "=\r\n", "%", "&amp", "\\u0041", "\\n");
	}

	private static String everyPlane() {
		StringBuilder characters = new StringBuilder();
		for (int character = 0; character <= Character.MAX_CODE_POINT; character += 97) {
			if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
				characters.appendCodePoint(character);
			}
		}
		return characters.toString();
	}

	private static String script(Character.UnicodeScript script) {
		List<Integer> characters = new ArrayList<>();
		for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
			if (Character.UnicodeScript.of(character) == script) {
				characters.add(character);
			}
		}
		Collections.shuffle(characters, new Random(1));
		StringBuilder text = new StringBuilder();
		characters.forEach(text::appendCodePoint);
		return text.toString();
	}

	// not longer than the size, so that no limit of that size refuses it at once
	private static String enclosed(String start, String unit, String end, int bytes) {
		return start + filled(unit, bytes - start.length() - end.length()) + end;
	}

	private static String filled(String unit, int bytes) {
		long size = Utf8.size(unit);
		if (size <= bytes) {
			return unit.repeat((int) (bytes / size));
		}
		int end = 0;
		int filled = 0;
		while (true) {
			int character = unit.codePointAt(end);
			filled += (int) Utf8.size(Character.toString(character));
			if (filled > bytes) {
				return unit.substring(0, end);
			}
			end += Character.charCount(character);
		}
	}

}
