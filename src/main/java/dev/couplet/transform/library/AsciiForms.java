package dev.couplet.transform.library;

import com.anyascii.AnyAscii;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import dev.couplet.transform.Utf8;

/**
 * The ASCII forms of single characters: those of ICU's Latin-ASCII, else those of the
 * compatibility decomposition (NFKC), else those of AnyAscii, which knows all scripts.
 * Pictures have no ASCII form.
 */
final class AsciiForms {

	/**
	 * Stands for the form of a character that has none.
	 */
	static final String NONE = "\uFFFD";

	private static final Transliterator LATIN_ASCII = Transliterator.getInstance("Latin-ASCII");

	private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

	private static final CharacterTable FORMS = new CharacterTable(AsciiForms::find);

	private AsciiForms() {
	}

	/**
	 * Returns the form of a character.
	 * @param character a code point
	 * @return ASCII, the empty text for what is dropped, or {@link #NONE}
	 */
	static String of(int character) {
		return CharacterTable.contains(character) ? FORMS.get(character) : find(character);
	}

	private static String find(int character) {
		if (UCharacter.isUWhiteSpace(character)) {
			return isLineEnd(character) ? "\n" : " ";
		}
		if (UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
			return "";
		}
		String form = form(character);
		if (hasLetter(form) || !isLetterOrMark(character)) {
			return form;
		}
		// a sign that modifies the letter before it, such as a Russian hard sign
		return (Character.getType(character) == Character.MODIFIER_LETTER) ? "" : NONE;
	}

	private static String form(int character) {
		String letter = Character.toString(character);
		String latin = LATIN_ASCII.transliterate(letter);
		if (Utf8.isAscii(latin)) {
			return latin;
		}
		String compatible = NFKC.normalize(letter);
		if (!compatible.equals(letter)) {
			return formOf(compatible);
		}
		String any = hasTextForm(character) ? AnyAscii.transliterate(character) : "";
		return any.isEmpty() ? NONE : any;
	}

	// what has no form, such as a degree sign, is left out if there is a letter
	private static String formOf(String compatible) {
		StringBuilder form = new StringBuilder();
		compatible.codePoints().forEach((part) -> form.append((part < 0x80) ? Character.toString(part) : find(part)));
		String known = form.toString().replace(NONE, "");
		return (known.length() == form.length() || hasLetter(known)) ? known : NONE;
	}

	private static boolean hasLetter(String form) {
		return form.chars().anyMatch(Character::isLetterOrDigit);
	}

	private static boolean isLineEnd(int character) {
		return character == 0x85 || character == '\u2028' || character == '\u2029';
	}

	/**
	 * Returns whether a character is a letter or a mark.
	 * @param character a code point
	 * @return whether it is part of a word
	 */
	static boolean isLetterOrMark(int character) {
		return UCharacter.isLetter(character) || Words.isMark(character);
	}

	private static boolean hasTextForm(int character) {
		return switch (Character.getType(character)) {
			case Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL, Character.CONTROL, Character.PRIVATE_USE -> false;
			default -> true;
		};
	}

}
