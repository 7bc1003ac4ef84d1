package dev.couplet.transform.library;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what a slow, pure function makes of a character. Threads may find a value
 * twice, and then it is the same one.
 */
final class CharacterTable {

	// the Basic, Supplementary and both Ideographic Planes, which hold all that there is
	// to read; about a megabyte when all is known to be nothing
	private static final int SIZE = 0x40000;

	private final AtomicReferenceArray<@Nullable String> values = new AtomicReferenceArray<>(SIZE);

	private final IntFunction<String> function;

	CharacterTable(IntFunction<String> function) {
		this.function = function;
	}

	/**
	 * Looks a character up.
	 * @param character a code point
	 * @return what the function makes of it; beyond the planes that have letters, the
	 * character itself
	 */
	String get(int character) {
		if (character >= SIZE) {
			return Character.toString(character);
		}
		String value = this.values.get(character);
		if (value == null) {
			value = this.function.apply(character);
			this.values.set(character, value);
		}
		return value;
	}

}
