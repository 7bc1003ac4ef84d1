package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Words by length, as in a snowball: a poem in which each line is a word, one letter
 * longer than the one before.
 */
final class Snowball {

	private Snowball() {
	}

	/**
	 * Sorts the words of a text.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return each word on a line
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String of(String text, SizeLimit limit) {
		List<Word> words = words(text);
		words.sort(Comparator.comparingInt(Word::letters));
		Lines lines = Lines.of(text);
		LimitedBuilder result = new LimitedBuilder(limit).append(lines.mark());
		for (int i = 0; i < words.size(); i++) {
			boolean last = i == words.size() - 1;
			result.append(words.get(i).text()).append((last && !lines.ended()) ? "" : lines.end());
		}
		return result.toString();
	}

	private static List<Word> words(String text) {
		List<Word> words = new ArrayList<>();
		for (int i = 0; i < text.length();) {
			int character = text.codePointAt(i);
			int end = i + Character.charCount(character);
			if (Character.isLetterOrDigit(character)) {
				end = Words.end(text, i);
				String word = text.substring(i, end);
				words.add(new Word(word, (int) word.codePoints().filter(Character::isLetterOrDigit).count()));
			}
			i = end;
		}
		return words;
	}

	private record Word(String text, int letters) {

	}

}
