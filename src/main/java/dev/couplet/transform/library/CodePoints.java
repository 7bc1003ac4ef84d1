package dev.couplet.transform.library;

import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.IntStream;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Lists the code points of a text, with their properties in the Unicode Character
 * Database.
 */
final class CodePoints {

	private static final String[] SCRIPTS = names(UProperty.SCRIPT, UProperty.NameChoice.LONG);

	private static final String[] CATEGORIES = names(UProperty.GENERAL_CATEGORY, UProperty.NameChoice.SHORT);

	// ICU holds a lock while it finds a name
	private static final CharacterTable NAMES = new CharacterTable(CodePoints::findName);

	private static final int MIN_DIGITS = 4;

	private CodePoints() {
	}

	private static String[] names(int property, int choice) {
		return IntStream.rangeClosed(0, UCharacter.getIntPropertyMaxValue(property))
			.mapToObj((value) -> UCharacter.getPropertyValueName(property, value, choice))
			.toArray(String[]::new);
	}

	/**
	 * Lists the code points.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return a line for each, with its number, name, script and general category between
	 * tabs
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String list(String text, SizeLimit limit) {
		LimitedBuilder result = new LimitedBuilder(limit);
		for (int i = 0; i < text.length();) {
			int character = text.codePointAt(i);
			result.append(result.isEmpty() ? "U+" : "\nU+")
				.append(number(character))
				.append("\t")
				.append(name(character))
				.append("\t")
				.append(SCRIPTS[UScript.getScript(character)])
				.append("\t")
				.append(CATEGORIES[UCharacter.getType(character)]);
			i += Character.charCount(character);
		}
		return result.toString();
	}

	private static String number(int character) {
		HexFormat digits = HexFormat.of().withUpperCase();
		return (character < (1 << (4 * MIN_DIGITS))) ? digits.toHexDigits(character, MIN_DIGITS)
				: Integer.toHexString(character).toUpperCase(Locale.ROOT);
	}

	private static String name(int character) {
		if (UCharacter.hasBinaryProperty(character, UProperty.UNIFIED_IDEOGRAPH)) {
			return "CJK UNIFIED IDEOGRAPH-" + number(character);
		}
		// names that consist of a number or of the names of letters need no table
		boolean table = CharacterTable.contains(character)
				&& UCharacter.getIntPropertyValue(character, UProperty.HANGUL_SYLLABLE_TYPE) == 0
				&& UCharacter.getType(character) != UCharacter.PRIVATE_USE
				&& UCharacter.getType(character) != UCharacter.UNASSIGNED;
		return table ? NAMES.get(character) : UCharacter.getExtendedName(character);
	}

	private static String findName(int character) {
		// controls have no names, but those of ISO 6429
		String control = (Character.getType(character) == Character.CONTROL) ? Character.getName(character) : null;
		return (control != null) ? control : UCharacter.getExtendedName(character);
	}

}
