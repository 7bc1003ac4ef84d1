package dev.couplet.transform.library;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * Caches the results of a slow, pure function of a character. Two threads may compute the
 * same value twice.
 */
final class CharacterTable {

	// the Basic Multilingual, Supplementary Multilingual and both Ideographic Planes,
	// which contain all letters; about a megabyte if every value is the empty string
	private static final int SIZE = 0x40000;

	private final AtomicReferenceArray<@Nullable String> values = new AtomicReferenceArray<>(SIZE);

	private final IntFunction<String> function;

	CharacterTable(IntFunction<String> function) {
		this.function = function;
	}

	/**
	 * Returns whether values of a character are cached.
	 * @param character a code point
	 * @return whether it is in the cached planes
	 */
	static boolean contains(int character) {
		return character < SIZE;
	}

	/**
	 * Returns the function's value for a character.
	 * @param character a code point
	 * @return the value, or the character itself beyond the cached planes
	 */
	String get(int character) {
		if (!contains(character)) {
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
