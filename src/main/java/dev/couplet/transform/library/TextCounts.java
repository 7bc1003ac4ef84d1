package dev.couplet.transform.library;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.couplet.transform.Utf8;

/**
 * How much a text contains.
 *
 * @param bytes the size in UTF-8
 * @param characters the number of grapheme clusters
 * @param words the number of words
 * @param sentences the number of sentences
 * @param lines the number of lines
 */
record TextCounts(long bytes, int characters, int words, int sentences, int lines) {

	private static final String TERMINATORS = ".!?\u2026\u3002\uFF01\uFF1F\u061F\u0964";

	// of scripts without spaces between sentences
	private static final String FULL_WIDTH = "\u3002\uFF01\uFF1F";

	private static final String CLOSING = "\"')]}*_\u2019\u201D\u00BB\u300D\u300F";

	static TextCounts of(String text) {
		int[] words = new int[1];
		forEachWord(text, (start, end) -> words[0]++);
		return new TextCounts(Utf8.size(text), Graphemes.count(text), words[0], sentences(text),
				Lines.of(text).count());
	}

	/**
	 * Visits the words of a text: runs of letters, digits and their marks. An apostrophe
	 * or hyphen between two letters is part of a word.
	 * @param text any text
	 * @param visitor receives the start and end offsets of each word
	 */
	static void forEachWord(String text, Graphemes.Visitor visitor) {
		Words.forEach(text, TextCounts::endOfWord, (start, end) -> {
			if (!isMarksOnly(text, start, end)) {
				visitor.visit(start, end);
			}
		});
	}

	private static boolean isMarksOnly(String text, int start, int end) {
		int index = start;
		while (index < end && Words.isMark(text.codePointAt(index))) {
			index = text.offsetByCodePoints(index, 1);
		}
		return index == end;
	}

	private static int endOfWord(String text, int start) {
		int end = Words.end(text, start);
		while (end + 1 < text.length() && text.charAt(end) == '-' && Character.isLetter(text.codePointAt(end + 1))) {
			end = Words.end(text, end + 1);
		}
		return end;
	}

	/**
	 * Counts sentences: those that contain a word.
	 * @param text any text
	 * @return their number
	 */
	static int sentences(String text) {
		int sentences = 0;
		boolean word = false;
		boolean blank = false;
		int index = 0;
		while (index < text.length()) {
			int character = text.codePointAt(index);
			boolean end = (character == '\n') ? blank : TERMINATORS.indexOf(character) >= 0 && isEnd(text, index);
			if (end && word) {
				sentences++;
				word = false;
			}
			word |= Words.isWordCharacter(character) && !Words.isMark(character);
			blank = character == '\n' || (blank && WhiteSpace.is(text.charAt(index)));
			index += Character.charCount(character);
		}
		return sentences + (word ? 1 : 0);
	}

	private static boolean isEnd(String text, int index) {
		if (FULL_WIDTH.indexOf(text.charAt(index)) >= 0) {
			return true;
		}
		int next = index + 1;
		// a period in brackets or quotation marks; a long run of them is no such thing
		while (next < text.length() && next - index <= 4 && CLOSING.indexOf(text.charAt(next)) >= 0) {
			next++;
		}
		return next == text.length() || WhiteSpace.is(text.charAt(next));
	}

	JsonTree toJson() {
		Map<String, JsonTree> members = new LinkedHashMap<>();
		members.put("bytes", number(this.bytes));
		members.put("characters", number(this.characters));
		members.put("words", number(this.words));
		members.put("sentences", number(this.sentences));
		members.put("lines", number(this.lines));
		return new JsonTree.Members(members, 0);
	}

	static JsonTree number(long number) {
		return new JsonTree.Literal(String.valueOf(number), 0);
	}

}
