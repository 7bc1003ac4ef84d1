package dev.couplet.transform.guess;

/**
 * How much a text looks like one that people or programs write, and not like encoded or
 * random data: by its characters, and by the share of it that could be words and numbers.
 */
final class Naturalness {

	private static final double BASE = 0.2;

	private static final double WORDS = 0.7;

	private static final double SPACES = 0.1;

	// a shorter text can look like one by chance
	private static final int CERTAIN_LENGTH = 3;

	private static final int LONG = 24;

	private static final String COMMON = " \n\r\t.,;:!?'\"()-/_=@";

	private static final double RARE = 0.6;

	private static final double SYMBOL = 0.8;

	private static final double UNASSIGNED = -2;

	private static final double CONTROL = -5;

	private Naturalness() {
	}

	/**
	 * Rates a text.
	 * @param text the text, or its beginning
	 * @return a score from 0 to 1
	 */
	static double of(String text) {
		int length = text.codePointCount(0, text.length());
		double characters = Math.clamp(text.codePoints().mapToDouble(Naturalness::character).sum() / length, 0, 1);
		WordScore words = WordScore.of(text);
		double sum = BASE + WORDS * words.share() + SPACES * spaces(text, length);
		double evidence = length + (words.isCommon() ? CERTAIN_LENGTH : 0);
		return characters * characters * sum * (evidence / (evidence + CERTAIN_LENGTH));
	}

	private static double character(int character) {
		if (Character.isLetterOrDigit(character) || COMMON.indexOf(character) >= 0) {
			return 1;
		}
		return switch (Character.getType(character)) {
			case Character.CONTROL -> CONTROL;
			case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> UNASSIGNED;
			case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.SPACE_SEPARATOR,
					Character.DASH_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION,
					Character.FINAL_QUOTE_PUNCTUATION ->
				1;
			case Character.OTHER_SYMBOL, Character.FORMAT -> (character == '\ufffd') ? UNASSIGNED : SYMBOL;
			default -> RARE;
		};
	}

	private static double spaces(String text, int length) {
		boolean any = text.codePoints()
			.anyMatch((character) -> Character.isWhitespace(character) || Character.isIdeographic(character)
					|| character == '\u3000');
		return (any || length < LONG) ? 1 : 0;
	}

}
