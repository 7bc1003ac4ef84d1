package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;

import com.ibm.icu.lang.UCharacter;

/**
 * The words of a line as they are looked up: in lower case and without accents. An
 * apostrophe between letters is part of a word, a hyphen is not, and a number is a word
 * of its own, with the commas before groups of three digits, and with "st", "nd", "rd" or
 * "th" directly after it.
 */
final class SpokenWords {

	/**
	 * An e with any accent, which is never silent. The accents of other letters are
	 * removed.
	 */
	static final char ACCENTED_E = '\u00E9';

	private SpokenWords() {
	}

	/**
	 * Returns the words of a line.
	 * @param line a line
	 * @return the words, in order, none of which is empty
	 */
	static List<String> of(String line) {
		List<String> words = new ArrayList<>();
		int i = 0;
		while (i < line.length()) {
			int character = line.codePointAt(i);
			if (Character.isDigit(character)) {
				i = addNumber(line, i, words);
			}
			else if (Character.isLetter(character)) {
				i = addWord(line, i, words);
			}
			else {
				i += Character.charCount(character);
			}
		}
		return words;
	}

	private static int addWord(String line, int start, List<String> words) {
		StringBuilder word = new StringBuilder();
		int i = start;
		while (i < line.length()) {
			int character = line.codePointAt(i);
			int next = i + Character.charCount(character);
			if (character < 0x80 && Character.isLetter(character)) {
				word.append((char) Character.toLowerCase(character));
			}
			else if (Character.isLetter(character)) {
				word.append(plain(character));
			}
			else if (Words.isApostrophe(character) && isLetter(line, next)) {
				word.append('\'');
			}
			else if (!Words.isMark(character)) {
				break;
			}
			else if (word.charAt(word.length() - 1) == 'e' && UCharacter.getCombiningClass(character) > 0) {
				word.setCharAt(word.length() - 1, ACCENTED_E);
			}
			i = next;
		}
		words.add(word.toString());
		return i;
	}

	private static int addNumber(String line, int start, List<String> words) {
		StringBuilder number = new StringBuilder();
		int i = addDigits(line, start, number);
		if (number.length() <= SpokenNumber.GROUP && number.charAt(0) != '0') {
			while (i < line.length() && line.charAt(i) == ',' && isGroup(line, i + 1)) {
				i = addDigits(line, i + 1, number.append(','));
			}
		}
		int end = i + SpokenNumber.ORDINAL_ENDING;
		if (end <= line.length() && !isLetter(line, end)) {
			String ending = Words.lower(line.substring(i, end));
			if (SpokenNumber.ORDINAL_ENDINGS.contains(ending)) {
				number.append(ending);
				i = end;
			}
		}
		words.add(number.toString());
		return i;
	}

	private static int addDigits(String line, int start, StringBuilder number) {
		int i = start;
		while (isDigit(line, i)) {
			int digit = line.codePointAt(i);
			number.append(Character.digit(digit, 10));
			i += Character.charCount(digit);
		}
		return i;
	}

	// whether exactly three digits follow
	private static boolean isGroup(String line, int start) {
		int digits = 0;
		for (int i = start; isDigit(line, i) && digits <= SpokenNumber.GROUP; i = line.offsetByCodePoints(i, 1)) {
			digits++;
		}
		return digits == SpokenNumber.GROUP;
	}

	private static boolean isDigit(String line, int index) {
		return index < line.length() && Character.isDigit(line.codePointAt(index));
	}

	private static boolean isLetter(String line, int index) {
		return index < line.length() && Character.isLetter(line.codePointAt(index));
	}

	private static String plain(int letter) {
		int base = Letters.base(letter);
		return switch (base) {
			case 'e' -> String.valueOf(ACCENTED_E);
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
