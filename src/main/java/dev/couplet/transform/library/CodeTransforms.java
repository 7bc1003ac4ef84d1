package dev.couplet.transform.library;

import java.util.List;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * Alphabets and codes that stand for letters.
 */
class CodeTransforms implements TransformLibrary {

	private static final String LEET_LETTERS = "aeiostAEIOST";

	private static final String LEET_DIGITS = "431057431057";

	private static final String[] SPELLING = { "Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel",
			"India", "Juliett", "Kilo", "Lima", "Mike", "November", "Oscar", "Papa", "Quebec", "Romeo", "Sierra",
			"Tango", "Uniform", "Victor", "Whiskey", "X-ray", "Yankee", "Zulu" };

	private static final String[] DIGITS = { "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight",
			"Nine" };

	@Override
	public List<Transform> transforms() {
		return List.of(baconEncode(), baconDecode(), a1z26Encode(), a1z26Decode(), morseEncode(), morseDecode(), nato(),
				braille(), leet());
	}

	private static Transform baconEncode() {
		return Transform.named("bacon-encode")
			.synonyms("bacon", "baconian", "bacon-cipher")
			.describedAs("Writes each ASCII letter as five letters A or B: Bacon's cipher with 26 letters. Codes are "
					+ "separated by a space, and words by a slash. Other characters and line breaks are left unchanged.")
			.example("bacon-encode", "my poem", "ABBAA BBAAA / ABBBB ABBBA AABAA ABBAA")
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> Bacon.encode(text, limit)));
	}

	private static Transform baconDecode() {
		return Transform.named("bacon-decode")
			.synonyms("bacon", "baconian", "bacon-cipher")
			.describedAs(
					"Reads Bacon's cipher with 26 letters, as bacon-encode writes it, with or without spaces between "
							+ "the codes. Letters are written as capitals, and characters other than letters are left unchanged.")
			.example("bacon-decode", "ABBAA BBAAA / ABBBB ABBBA AABAA ABBAA", "MY POEM")
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> Bacon.decode(text, limit)));
	}

	private static Transform a1z26Encode() {
		return Transform.named("a1z26-encode")
			.synonyms("a1z26", "letter-numbers", "letters-to-numbers")
			.describedAs("Writes each ASCII letter as its number in the alphabet, from 1 to 26, with a hyphen between "
					+ "adjacent ones. Other characters are left unchanged.")
			.example("a1z26-encode", "my poem", "13-25 16-15-5-13")
			.applyingWithin(LetterNumbers::encode);
	}

	private static Transform a1z26Decode() {
		return Transform.named("a1z26-decode")
			.synonyms("a1z26", "letter-numbers", "numbers-to-letters")
			.describedAs("Reads numbers from 1 to 26 as capital letters, and removes the hyphens between them. "
					+ "Other characters are left unchanged.")
			.example("a1z26-decode", "13-25 16-15-5-13", "MY POEM")
			.applying(LetterNumbers::decode);
	}

	private static Transform morseEncode() {
		return Transform.named("morse-encode")
			.synonyms("morse", "morse-code", "to-morse")
			.describedAs(
					"Writes a text in Morse code (ITU-R M.1677-1, and ! & ; _ $), with a space between letters and "
							+ "a slash between words. Line breaks are kept; characters without a code are refused.")
			.example("morse-encode", "my poem", "-- -.-- / .--. --- . --")
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> Morse.encode(text, limit)));
	}

	private static Transform morseDecode() {
		return Transform.named("morse-decode")
			.synonyms("morse", "morse-code", "from-morse")
			.describedAs(
					"Reads Morse code (ITU-R M.1677-1, and ! & ; _ $) as capital letters. Letters are separated by "
							+ "a space, and words by a slash, a vertical bar or more spaces. Line breaks are kept.")
			.example("morse-decode", "-- -.-- / .--. --- . --", "MY POEM")
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> Morse.decode(text, limit)));
	}

	private static Transform nato() {
		return Transform.named("nato")
			.synonyms("nato-alphabet", "spelling-alphabet", "phonetic-alphabet", "icao")
			.describedAs(
					"Spells ASCII letters and digits in the words of the ICAO (NATO) alphabet, with a slash between "
							+ "words. Other characters and line breaks are left unchanged.")
			.example("nato", "my poem 1", "Mike Yankee / Papa Oscar Echo Mike / One")
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> spell(text, limit)));
	}

	private static String spell(String text, SizeLimit limit) {
		return CodeWords.encode(text, CodeWords.CharacterCode.orItself((character) -> {
			if (AsciiCharacter.isLetter(character)) {
				return SPELLING[LetterShift.index(character)];
			}
			return AsciiCharacter.isDigit(character) ? DIGITS[character - '0'] : String.valueOf(character);
		}), limit);
	}

	private static Transform braille() {
		return Transform.named("braille")
			.synonyms("to-braille", "unified-english-braille", "ueb")
			.describedAs(
					"Writes ASCII letters, digits and punctuation but ^ and the grave accent, and common signs such "
							+ "as the euro, in uncontracted Unified English Braille, as Unicode's braille patterns. Other characters and white space are left unchanged.")
			.example("braille", "My poem, 2026", "⠠⠍⠽ ⠏⠕⠑⠍⠂ ⠼⠃⠚⠃⠋")
			.applyingWithin(Braille::encode);
	}

	private static Transform leet() {
		return Transform.named("leet")
			.synonyms("leetspeak", "l33t")
			.describedAs("Replaces the letters A, E, I, O, S and T by the digits 4, 3, 1, 0, 5 and 7. "
					+ "Other characters are left unchanged.")
			.example("leet", "My poem is elite", "My p03m 15 3l173")
			.applying(CodeTransforms::leet);
	}

	private static String leet(String text) {
		StringBuilder result = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			int index = LEET_LETTERS.indexOf(text.charAt(i));
			result.append((index >= 0) ? LEET_DIGITS.charAt(index) : text.charAt(i));
		}
		return result.toString();
	}

}
