package dev.couplet.transform.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

import dev.couplet.transform.Utf8;

/**
 * How English words sound, by the CMU Pronouncing Dictionary. The form of the resource is
 * described in {@code ops/pronunciations/generate.py}. In memory, a line for each word is
 * found by binary search, which takes 2.5 MB instead of the tens of MB of a map.
 */
final class Pronunciations {

	private static final int ALPHABET = 128;

	// of the words of the dictionary
	private static final int MAX_LENGTH = 40;

	private final byte[] lines;

	private final int[] starts;

	// the number of the first word that starts with two characters
	private final int[] firsts = new int[ALPHABET * ALPHABET + 1];

	private Pronunciations(byte[] lines, int count) {
		this.lines = lines;
		this.starts = new int[count + 1];
		int line = 0;
		for (int i = 0; i < lines.length; i++) {
			if (lines[i] == '\n') {
				this.starts[++line] = i + 1;
			}
		}
		Arrays.fill(this.firsts, count);
		for (int i = count - 1; i >= 0; i--) {
			this.firsts[pair(at(i, 0), at(i, 1))] = i;
		}
		for (int i = this.firsts.length - 2; i >= 0; i--) {
			this.firsts[i] = Math.min(this.firsts[i], this.firsts[i + 1]);
		}
	}

	/**
	 * Returns how a word is pronounced.
	 * @param word a word as {@link SpokenWords} gives it
	 * @return the pronunciations, the usual one first; none if the word is unknown
	 */
	static List<Pronunciation> of(String word) {
		return English.DICTIONARY.find(word.replace(SpokenWords.ACCENTED_E, 'e'));
	}

	private List<Pronunciation> find(String word) {
		if (word.isEmpty() || word.length() > MAX_LENGTH || !Utf8.isAscii(word)) {
			return List.of();
		}
		int pair = pair(word.charAt(0), (word.length() > 1) ? word.charAt(1) : 0);
		int low = this.firsts[pair];
		int high = this.firsts[pair + 1] - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			int order = compare(middle, word);
			if (order == 0) {
				return pronunciations(this.starts[middle] + word.length(), this.starts[middle + 1] - 1);
			}
			low = (order < 0) ? middle + 1 : low;
			high = (order > 0) ? middle - 1 : high;
		}
		return List.of();
	}

	// a digit follows the word; it is in no word, and counts as its end
	private int at(int line, int index) {
		byte unit = this.lines[this.starts[line] + index];
		return AsciiCharacter.isDigit(unit) ? 0 : unit;
	}

	private static int pair(int first, int second) {
		return first * ALPHABET + second;
	}

	private int compare(int line, String word) {
		for (int i = 0; i < word.length(); i++) {
			int order = at(line, i) - word.charAt(i);
			if (order != 0) {
				return order;
			}
		}
		return at(line, word.length());
	}

	private List<Pronunciation> pronunciations(int start, int end) {
		List<Pronunciation> found = new ArrayList<>(1);
		int i = start;
		while (i < end) {
			int syllables = this.lines[i++] - '0';
			if (syllables == 0) {
				syllables = this.lines[i++] - 'a' + 10;
			}
			int rhyme = i;
			while (i < end && !AsciiCharacter.isDigit(this.lines[i])) {
				i++;
			}
			found
				.add(new Pronunciation(syllables, new String(this.lines, rhyme, i - rhyme, StandardCharsets.US_ASCII)));
		}
		return found;
	}

	/**
	 * A pronunciation of a word.
	 *
	 * @param syllables the number of syllables
	 * @param rhyme the sounds from the last stressed vowel on, a character each
	 */
	record Pronunciation(int syllables, String rhyme) {

	}

	/**
	 * Loaded at the first use.
	 */
	private static final class English {

		private static final Pronunciations DICTIONARY = read();

		private English() {
		}

		private static Pronunciations read() {
			try (InputStream resource = Objects
				.requireNonNull(Pronunciations.class.getResourceAsStream("pronunciations.gz"));
					InputStream file = new GZIPInputStream(resource)) {
				return expand(file.readAllBytes());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static Pronunciations expand(byte[] packed) {
			ByteArrayOutputStream lines = new ByteArrayOutputStream(2 * packed.length);
			byte[] word = new byte[ALPHABET];
			int count = 0;
			int i = 0;
			while (i < packed.length) {
				int length = packed[i++] - '0';
				while (!AsciiCharacter.isDigit(packed[i])) {
					word[length++] = packed[i++];
				}
				lines.write(word, 0, length);
				int start = i;
				while (packed[i] != '\n') {
					i++;
				}
				i++;
				lines.write(packed, start, i - start);
				count++;
			}
			return new Pronunciations(lines.toByteArray(), count);
		}

	}

}
