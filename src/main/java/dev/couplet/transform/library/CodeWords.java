package dev.couplet.transform.library;

import java.util.function.Function;

import dev.couplet.transform.SizeLimit;

/**
 * Writes and reads texts in which a code stands for each character: with a space between
 * the codes of a word, and a slash between words. Line breaks are kept.
 */
final class CodeWords {

	private static final String WORD_BREAK = " / ";

	private CodeWords() {
	}

	/**
	 * Writes the code of each character. White space within a line becomes a slash; that
	 * at its start and end is removed.
	 * @param text any text
	 * @param code returns the code of the character at an index
	 * @param limit the maximum size of the result
	 * @return the codes
	 */
	static String encode(String text, CharacterCode code, SizeLimit limit) {
		LimitedBuilder result = new LimitedBuilder(limit);
		String separator = "";
		for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
			char unit = text.charAt(i);
			if (isLineBreak(unit)) {
				result.append(String.valueOf(unit));
				separator = "";
			}
			else if (WhiteSpace.is(unit)) {
				separator = separator.isEmpty() ? "" : WORD_BREAK;
			}
			else {
				result.append(separator).append(code.at(text, i));
				separator = " ";
			}
		}
		return result.toString();
	}

	/**
	 * Reads codes. A slash, a vertical bar, or more than one space separates words.
	 * @param text codes as {@link #encode} writes them
	 * @param decoder returns what a code stands for
	 * @param limit the maximum size of the result
	 * @return the text
	 */
	static String decode(String text, CodeDecoder decoder, SizeLimit limit) {
		LimitedBuilder result = new LimitedBuilder(limit);
		boolean started = false;
		int spaces = 0;
		int end;
		for (int i = 0; i < text.length(); i = end) {
			char unit = text.charAt(i);
			end = i + 1;
			if (isLineBreak(unit)) {
				result.append(String.valueOf(unit));
				started = false;
				spaces = 0;
			}
			else if (isWordBreak(unit) || WhiteSpace.is(unit)) {
				spaces += isWordBreak(unit) ? 2 : 1;
			}
			else {
				while (end < text.length() && !isWordBreak(text.charAt(end)) && !WhiteSpace.is(text.charAt(end))) {
					end++;
				}
				result.append((started && spaces > 1) ? " " : "").append(decoder.decode(text, i, end));
				started = true;
				spaces = 0;
			}
		}
		return result.toString();
	}

	private static boolean isLineBreak(char unit) {
		return unit == '\n' || unit == '\r';
	}

	private static boolean isWordBreak(char unit) {
		return unit == '/' || unit == '|';
	}

	/**
	 * Returns codes of characters.
	 */
	@FunctionalInterface
	interface CharacterCode {

		String at(String text, int index);

		/**
		 * Returns codes by which some characters are replaced, while the others stand for
		 * themselves.
		 * @param codes the code of each of them
		 * @return the codes of all characters
		 */
		static CharacterCode orItself(Function<Character, String> codes) {
			return (text, index) -> {
				int character = text.codePointAt(index);
				return Character.isBmpCodePoint(character) ? codes.apply((char) character)
						: Character.toString(character);
			};
		}

	}

	/**
	 * Returns what the code between two indexes of a text stands for.
	 */
	@FunctionalInterface
	interface CodeDecoder {

		String decode(String text, int start, int end);

	}

}
