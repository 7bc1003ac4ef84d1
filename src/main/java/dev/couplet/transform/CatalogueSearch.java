package dev.couplet.transform;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds transforms by words: of their names, of their names in other tools, of their
 * categories and the choices of their parameters, and of their descriptions, or else of
 * their examples. The playground has the same search.
 */
final class CatalogueSearch {

	// in characters: people write no longer queries, and each word takes time
	private static final int MAX_QUERY = 200;

	// words that are not required, such as the one in "sort by length"
	private static final Set<String> STOP_WORDS = Set.of("a", "all", "an", "and", "as", "at", "by", "for", "from",
			"how", "in", "into", "is", "it", "make", "my", "of", "on", "that", "the", "this", "to", "what", "with");

	// a shorter word must be the whole word of a description: diff is not in "differs"
	private static final int MIN_START = 5;

	private static final int MIN_PLURAL = 4;

	private static final int NAME = 0;

	private static final int START_OF_NAME = 1;

	private static final int SYNONYM = 2;

	private static final int LETTERS_OF_NAME = 3;

	// a name or synonym is a part of the query
	private static final int WITHIN_QUERY = 4;

	// for each word of a query that is none of the above
	private static final int WORD_OF_NAME = 5;

	private static final int START_OF_WORD_OF_NAME = 6;

	private static final int WORD_OF_SYNONYM = 7;

	private static final int WORD_OF_CATEGORY = 8;

	private static final int WORD_OF_DESCRIPTION = 9;

	// more than the sum for all words of a query in a description
	private static final int EXAMPLE = 10_000;

	// for each word of a query that is not found, more than all of the above
	private static final int MISSING_WORD = 100_000;

	private final boolean blank;

	// in the form of a name
	private final String phrase;

	private final String letters;

	private final List<String> words;

	CatalogueSearch(String query) {
		String spaced = TransformWords.spaced(query.substring(0, Math.min(MAX_QUERY, query.length())));
		List<String> split = spaced.isEmpty() ? List.of() : List.of(spaced.split(" "));
		this.blank = query.isBlank();
		this.phrase = String.join("-", split);
		this.letters = String.join("", split);
		List<String> required = split.stream().filter((word) -> !STOP_WORDS.contains(word)).toList();
		this.words = (required.isEmpty() ? split : required).stream()
			.map(CatalogueSearch::singular)
			.distinct()
			.toList();
	}

	private static String singular(String word) {
		boolean plural = word.length() >= MIN_PLURAL && word.endsWith("s") && !word.endsWith("ss");
		return plural ? word.substring(0, word.length() - 1) : word;
	}

	/**
	 * Finds the transforms that have all words of the query, or, if none has, those that
	 * have the most.
	 * @param transforms the transforms, sorted, with their words
	 * @return the transforms found, those that match best first; all if the query is
	 * blank
	 */
	List<Transform> in(Collection<TransformWords> transforms) {
		if (this.words.isEmpty()) {
			return this.blank ? transforms.stream().map(TransformWords::transform).toList() : List.of();
		}
		record Found(Transform transform, int rank) {

			int missing() {
				return rank() / MISSING_WORD;
			}

		}
		List<Found> ranked = transforms.stream().map((words) -> new Found(words.transform(), rank(words))).toList();
		int missing = ranked.stream().mapToInt(Found::missing).min().orElse(0);
		return ranked.stream()
			.filter((found) -> found.missing() == missing && missing < this.words.size())
			.sorted(Comparator.comparingInt(Found::rank))
			.map(Found::transform)
			.toList();
	}

	private int rank(TransformWords words) {
		Transform transform = words.transform();
		String name = NearNames.withoutHyphens(transform.name());
		if (name.equals(this.letters)) {
			return NAME;
		}
		if (transform.name().startsWith(this.phrase + "-")) {
			return START_OF_NAME;
		}
		if (transform.synonyms().stream().map(NearNames::withoutHyphens).anyMatch(this.letters::equals)) {
			return SYNONYM;
		}
		return name.startsWith(this.letters) ? LETTERS_OF_NAME : rankWords(words);
	}

	private int rankWords(TransformWords words) {
		int sum = this.words.stream().mapToInt((word) -> rank(word, words)).sum();
		int missing = sum / MISSING_WORD;
		if (missing > 0 && this.words.stream().allMatch((word) -> describes(words.example(), word))) {
			return EXAMPLE;
		}
		return isWithinQuery(words.transform()) ? missing * MISSING_WORD + WITHIN_QUERY : sum;
	}

	private boolean isWithinQuery(Transform transform) {
		return Stream.concat(Stream.of(transform.name()), transform.synonyms().stream())
			.anyMatch((name) -> ("-" + this.phrase + "-").contains("-" + name + "-"));
	}

	private static int rank(String word, TransformWords words) {
		if (isIn(words.name(), word)) {
			return WORD_OF_NAME;
		}
		if (startsIn(words.name(), word)) {
			return START_OF_WORD_OF_NAME;
		}
		if (startsIn(words.synonyms(), word)) {
			return WORD_OF_SYNONYM;
		}
		if (startsIn(words.category(), word)) {
			return WORD_OF_CATEGORY;
		}
		return describes(words.description(), word) ? WORD_OF_DESCRIPTION : MISSING_WORD;
	}

	private static boolean describes(String words, String word) {
		return (word.length() < MIN_START) ? isIn(words, word) : startsIn(words, word);
	}

	private static boolean isIn(String words, String word) {
		return words.contains(" " + word + " ") || words.contains(" " + word + "s ");
	}

	private static boolean startsIn(String words, String word) {
		return words.contains(" " + word);
	}

}
