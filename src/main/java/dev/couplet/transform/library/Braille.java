package dev.couplet.transform.library;

import java.util.HashMap;
import java.util.Map;

import dev.couplet.transform.SizeLimit;

/**
 * Uncontracted Unified English Braille, in the braille patterns of Unicode.
 */
final class Braille {

	private static final String LETTERS = "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵";

	private static final String CAPITAL = "⠠";

	private static final String CAPITAL_WORD = "⠠⠠";

	private static final String END_OF_CAPITALS = "⠠⠄";

	private static final String NUMBER = "⠼";

	// before a letter that would be read as a digit
	private static final String LETTER = "⠰";

	private static final String APOSTROPHE = "⠄";

	private static final char CLOSING_QUOTE = '\u2019';

	private static final String SIGNS = """
			! ⠖ " ⠠⠶ # ⠸⠹ $ ⠈⠎ % ⠨⠴ & ⠈⠯ ' ⠄ ( ⠐⠣ ) ⠐⠜ * ⠐⠔ + ⠐⠖ , ⠂ - ⠤ . ⠲ / ⠸⠌ : ⠒ ; ⠆ < ⠈⠣ = ⠐⠶ > ⠈⠜ ? ⠦ @ ⠈⠁
			[ ⠨⠣ \\ ⠸⠡ ] ⠨⠜ _ ⠨⠤ { ⠸⠣ | ⠸⠳ } ⠸⠜ ~ ⠈⠔ \u00A3 ⠈⠇ \u20AC ⠈⠑ \u00B0 ⠘⠚ \u00D7 ⠐⠦ \u2013 ⠠⠤ \u2014 ⠠⠤
			\u2018 ⠠⠦ \u2019 ⠠⠴ \u201C ⠦ \u201D ⠴ \u2026 ⠲⠲⠲""";

	private static final Map<String, String> BY_SIGN = new HashMap<>();

	static {
		String[] signs = SIGNS.split("\\s+");
		for (int i = 0; i < signs.length; i += 2) {
			BY_SIGN.put(signs[i], signs[i + 1]);
		}
	}

	private final String text;

	private final LimitedBuilder result;

	private boolean capitals;

	private boolean number;

	private Braille(String text, SizeLimit limit) {
		this.text = text;
		this.result = new LimitedBuilder(limit);
	}

	static String encode(String text, SizeLimit limit) {
		Braille braille = new Braille(text, limit);
		int next;
		for (int i = 0; i < text.length(); i = next) {
			next = text.offsetByCodePoints(i, 1);
			braille.append(i, text.substring(i, next));
		}
		return braille.result.toString();
	}

	private void append(int index, String character) {
		char unit = character.charAt(0);
		if (AsciiCharacter.isLetter(unit)) {
			appendLetter(index, unit);
		}
		else if (isDigit(index)) {
			// zero is the tenth letter
			int letter = (unit == '0') ? 9 : unit - '1';
			this.result.append(this.number ? "" : NUMBER).append(letter(letter));
			this.number = true;
			this.capitals = false;
		}
		else {
			boolean apostrophe = unit == CLOSING_QUOTE && isLetter(index - 1) && isLetter(index + 1);
			this.result.append(apostrophe ? APOSTROPHE : BY_SIGN.getOrDefault(character, character));
			this.number = this.number && (unit == '.' || unit == ',') && isDigit(index + 1);
			this.capitals = false;
		}
	}

	private void appendLetter(int index, char unit) {
		boolean capital = isCapital(index);
		if (capital && !this.capitals) {
			this.capitals = isCapital(index + 1);
			this.result.append(this.capitals ? CAPITAL_WORD : CAPITAL);
		}
		else if (!capital && this.capitals) {
			this.result.append(END_OF_CAPITALS);
			this.capitals = false;
		}
		else if (this.number && unit >= 'a' && unit <= 'j') {
			this.result.append(LETTER);
		}
		this.number = false;
		this.result.append(letter(LetterShift.index(unit)));
	}

	private static String letter(int index) {
		return LETTERS.substring(index, index + 1);
	}

	private boolean isLetter(int index) {
		return index >= 0 && index < this.text.length() && AsciiCharacter.isLetter(this.text.charAt(index));
	}

	private boolean isCapital(int index) {
		return isLetter(index) && this.text.charAt(index) <= 'Z';
	}

	private boolean isDigit(int index) {
		return index < this.text.length() && AsciiCharacter.isDigit(this.text.charAt(index));
	}

}
