package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Letters for the lines of a poem: the same for lines that rhyme. Words rhyme if one of
 * their pronunciations does. A word that is in no dictionary rhymes with words that end
 * with the same letters.
 */
final class RhymeScheme {

	private static final int LETTERS = 26;

	// by what decides the rhyme: sounds, the spelling of any word, or that of an unknown
	// one
	private final Map<String, String> sounds = new HashMap<>();

	private final Map<String, String> spellings = new HashMap<>();

	private final Map<String, String> unknown = new HashMap<>();

	private final Map<String, String> words = new HashMap<>();

	private int used;

	private RhymeScheme() {
	}

	/**
	 * Returns the letters of lines.
	 * @param lines the lines
	 * @return a label for each: A to Z, then AA, AB and so on; empty for a line without
	 * words
	 */
	static List<String> of(List<String> lines) {
		RhymeScheme scheme = new RhymeScheme();
		List<String> labels = new ArrayList<>(lines.size());
		for (String line : lines) {
			List<String> words = SpokenWords.of(line);
			labels.add(words.isEmpty() ? "" : scheme.words.computeIfAbsent(words.getLast(), scheme::label));
		}
		return labels;
	}

	private String label(String last) {
		String word = SpokenNumber.is(last) ? SpokenNumber.lastWord(last) : last;
		List<String> rhymes = Pronunciations.of(word).stream().map(Pronunciations.Pronunciation::rhyme).toList();
		String spelling = EnglishSpelling.rhyme(word);
		String label = rhymes.stream().map(this.sounds::get).filter(Objects::nonNull).findFirst().orElse(null);
		if (label == null) {
			label = rhymes.isEmpty() ? this.spellings.get(spelling) : this.unknown.get(spelling);
		}
		if (label == null) {
			label = letters(++this.used);
		}
		for (String rhyme : rhymes) {
			this.sounds.putIfAbsent(rhyme, label);
		}
		this.spellings.putIfAbsent(spelling, label);
		if (rhymes.isEmpty()) {
			this.unknown.putIfAbsent(spelling, label);
		}
		return label;
	}

	private static String letters(int number) {
		StringBuilder letters = new StringBuilder();
		for (int left = number; left > 0; left = (left - 1) / LETTERS) {
			letters.append((char) ('A' + (left - 1) % LETTERS));
		}
		return letters.reverse().toString();
	}

}
