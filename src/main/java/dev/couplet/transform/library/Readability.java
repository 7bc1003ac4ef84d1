package dev.couplet.transform.library;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.couplet.transform.ValueRefusedException;

/**
 * The formulas of Flesch (1948), and of Kincaid and others (1975).
 */
final class Readability {

	private Readability() {
	}

	/**
	 * Measures an English text.
	 * @param text any text
	 * @return an object with the counts and both measures
	 * @throws ValueRefusedException if it has no words
	 */
	static JsonTree of(String text) {
		int[] counts = new int[2];
		TextCounts.forEachWord(text, (start, end) -> {
			counts[0]++;
			// a word without letters and digits, such as a Roman numeral, is spoken too
			counts[1] += text.substring(start, end).codePoints().anyMatch(Character::isLetterOrDigit) ? 0 : 1;
		});
		int words = counts[0];
		if (words == 0) {
			throw new ValueRefusedException("the text has no words, so how easy it is to read is not defined");
		}
		int sentences = Math.max(1, TextCounts.sentences(text));
		// by lines, because commas inside of numbers are between words
		int syllables = counts[1] + text.lines().mapToInt((line) -> Syllables.ofLine(line).usual()).sum();
		double wordsOfSentence = (double) words / sentences;
		double syllablesOfWord = (double) syllables / words;
		Map<String, JsonTree> members = new LinkedHashMap<>();
		members.put("words", TextCounts.number(words));
		members.put("sentences", TextCounts.number(sentences));
		members.put("syllables", TextCounts.number(syllables));
		members.put("fleschReadingEase", rounded(206.835 - 1.015 * wordsOfSentence - 84.6 * syllablesOfWord));
		members.put("fleschKincaidGrade", rounded(0.39 * wordsOfSentence + 11.8 * syllablesOfWord - 15.59));
		return new JsonTree.Members(members, 0);
	}

	private static JsonTree rounded(double number) {
		// through the shortest decimal, so that 1.005 does not become 1.00
		return new JsonTree.Literal(BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP).toPlainString(), 0);
	}

}
