package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a line as they are looked up: in lower case and without accents. An
 * apostrophe between letters is part of a word, a hyphen is not, and digits are a word of
 * their own.
 */
final class SpokenWords {

	// read as part of the number before it
	private static final List<String> ORDINALS = List.of("st", "nd", "rd", "th");

	private SpokenWords() {
	}

	/**
	 * Returns the words of a line.
	 * @param line a line
	 * @return the words, in order, none of which is empty
	 */
	static List<String> of(String line) {
		List<String> words = new ArrayList<>();
		StringBuilder word = new StringBuilder();
		for (int i = 0; i < line.length();) {
			int character = line.codePointAt(i);
			i += Character.charCount(character);
			boolean digit = Character.isDigit(character);
			boolean letter = Character.isLetter(character);
			boolean apostrophe = Words.isApostrophe(character) && !word.isEmpty() && i < line.length()
					&& Character.isLetter(line.codePointAt(i));
			boolean after = !word.isEmpty() && isDigit(word.charAt(0));
			boolean inside = digit || letter || apostrophe || Words.isMark(character);
			if (!inside || digit != after) {
				flush(word, words);
			}
			if (digit) {
				word.append(Character.digit(character, 10));
			}
			else if (letter && character < 0x80) {
				word.append((char) Character.toLowerCase(character));
			}
			else if (letter) {
				word.append(plain(character));
			}
			else if (apostrophe && !word.isEmpty()) {
				word.append('\'');
			}
		}
		flush(word, words);
		return words;
	}

	private static void flush(StringBuilder word, List<String> words) {
		if (word.isEmpty()) {
			return;
		}
		String complete = word.toString();
		boolean ordinal = !words.isEmpty() && isDigit(words.getLast().charAt(0)) && ORDINALS.contains(complete);
		if (!ordinal) {
			words.add(complete);
		}
		word.setLength(0);
	}

	private static boolean isDigit(char unit) {
		return unit >= '0' && unit <= '9';
	}

	private static String plain(int letter) {
		int base = Letters.base(letter);
		return switch (base) {
			case '\u00E6' -> "ae";
			case '\u0153' -> "oe";
			case '\u00F8' -> "o";
			case '\u00DF', '\u1E9E' -> "ss";
			case '\u0111', '\u00F0' -> "d";
			case '\u0142' -> "l";
			case '\u0131' -> "i";
			case '\u00FE' -> "th";
			default -> Character.toString(base);
		};
	}

}
