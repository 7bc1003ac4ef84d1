package dev.couplet.transform.library;

import java.util.HashMap;
import java.util.Map;

import dev.couplet.transform.SizeLimit;

/**
 * The International Morse code (ITU-R M.1677-1), and the usual codes of five more
 * characters: ! & ; _ $.
 */
final class Morse {

	private static final String CODES = """
			A .- B -... C -.-. D -.. E . \u00C9 ..-.. F ..-. G --. H .... I .. J .--- K -.- L .-.. M -- N -. O --- P .--.
			Q --.- R .-. S ... T - U ..- V ...- W .-- X -..- Y -.-- Z --.. 1 .---- 2 ..--- 3 ...-- 4 ....- 5 .....
			6 -.... 7 --... 8 ---.. 9 ----. 0 ----- . .-.-.- , --..-- : ---... ? ..--.. ' .----. - -....- / -..-.
			( -.--. ) -.--.- " .-..-. = -...- + .-.-. @ .--.-. ! -.-.-- & .-... ; -.-.-. _ ..--.- $ ...-..-""";

	private static final String DOTS = ".\u00B7\u2022\u22C5";

	private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212_";

	private static final Map<Integer, String> BY_CHARACTER = new HashMap<>();

	private static final Map<String, String> BY_CODE = new HashMap<>();

	static {
		String[] codes = CODES.split("\\s+");
		for (int i = 0; i < codes.length; i += 2) {
			BY_CHARACTER.put(codes[i].codePointAt(0), codes[i + 1]);
			BY_CODE.put(codes[i + 1], codes[i]);
		}
		// the multiplication sign has the code of X
		BY_CHARACTER.put(0xD7, "-..-");
	}

	private Morse() {
	}

	static String encode(String text, SizeLimit limit) {
		return CodeWords.encode(text, Morse::code, limit);
	}

	private static String code(String text, int index) {
		int character = text.codePointAt(index);
		String code = BY_CHARACTER.get(Character.toUpperCase(character));
		if (code == null) {
			throw TextPosition.refusal("a character without a Morse code", text, index,
					(character < 0x80) ? "remove or replace it" : "put to-ascii first");
		}
		return code;
	}

	static String decode(String text, SizeLimit limit) {
		return CodeWords.decode(text, Morse::character, limit);
	}

	private static String character(String text, int start, int end) {
		StringBuilder code = new StringBuilder();
		for (int i = start; i < end; i++) {
			boolean dot = DOTS.indexOf(text.charAt(i)) >= 0;
			if (!dot && DASHES.indexOf(text.charAt(i)) < 0) {
				throw TextPosition.refusal("a character that is not a dot or dash", text, i,
						"letters are separated by a space, and words by a slash");
			}
			code.append(dot ? '.' : '-');
		}
		String character = BY_CODE.get(code.toString());
		if (character == null) {
			throw TextPosition.refusal("a Morse code that does not exist", text, start,
					"letters are separated by a space, and words by a slash");
		}
		return character;
	}

}
