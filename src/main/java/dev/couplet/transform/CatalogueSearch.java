package dev.couplet.transform;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
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

	private static final int FIRST_NON_ASCII = 0x80;

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
		String spaced = spaced(query.substring(0, Math.min(MAX_QUERY, query.length())));
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
	 * @param transforms the transforms, sorted
	 * @return the transforms found, those that match best first; all if the query is
	 * blank
	 */
	List<Transform> in(Collection<Transform> transforms) {
		if (this.words.isEmpty()) {
			return this.blank ? List.copyOf(transforms) : List.of();
		}
		record Found(Transform transform, int rank) {

			int missing() {
				return rank() / MISSING_WORD;
			}

		}
		List<Found> ranked = transforms.stream().map((transform) -> new Found(transform, rank(transform))).toList();
		int missing = ranked.stream().mapToInt(Found::missing).min().orElse(0);
		return ranked.stream()
			.filter((found) -> found.missing() == missing && missing < this.words.size())
			.sorted(Comparator.comparingInt(Found::rank))
			.map(Found::transform)
			.toList();
	}

	private int rank(Transform transform) {
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
		return name.startsWith(this.letters) ? LETTERS_OF_NAME : rankWords(transform);
	}

	private int rankWords(Transform transform) {
		String name = words(transform.name());
		String synonyms = words(String.join(" ", transform.synonyms()));
		String category = words(transform.category() + " " + choices(transform));
		String description = words(transform.description());
		int sum = this.words.stream().mapToInt((word) -> rank(word, name, synonyms, category, description)).sum();
		int missing = sum / MISSING_WORD;
		if (missing > 0 && isInExample(transform)) {
			return EXAMPLE;
		}
		return isWithinQuery(transform) ? missing * MISSING_WORD + WITHIN_QUERY : sum;
	}

	private boolean isInExample(Transform transform) {
		String example = words(example(transform));
		return this.words.stream().allMatch((word) -> describes(example, word));
	}

	private boolean isWithinQuery(Transform transform) {
		return Stream.concat(Stream.of(transform.name()), transform.synonyms().stream())
			.anyMatch((name) -> ("-" + this.phrase + "-").contains("-" + name + "-"));
	}

	private static String choices(Transform transform) {
		return transform.parameters()
			.stream()
			.flatMap((parameter) -> parameter.choices().stream())
			.collect(Collectors.joining(" "));
	}

	private static String example(Transform transform) {
		Example example = transform.example();
		return (example != null) ? example.text() + " " + example.result() : "";
	}

	/**
	 * Returns the words of a text between spaces. Words with a hyphen are there in parts
	 * and as a whole.
	 * @param text a text
	 * @return such as {@code " from utf 8 from utf8 "}
	 */
	private static String words(String text) {
		String words = " " + spaced(text) + " ";
		return (text.indexOf('-') < 0) ? words : words + spaced(NearNames.withoutHyphens(text)) + " ";
	}

	/**
	 * Puts one space between the words of a text, and none at the start or end. A regular
	 * expression would be most of the time of a search.
	 * @param text a text
	 * @return its words in lower case
	 */
	private static String spaced(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		StringBuilder spaced = new StringBuilder(lower.length());
		boolean between = false;
		for (int i = 0; i < lower.length(); i = lower.offsetByCodePoints(i, 1)) {
			int codePoint = lower.codePointAt(i);
			if (!isOfWord(codePoint)) {
				between = true;
				continue;
			}
			if (between && !spaced.isEmpty()) {
				spaced.append(' ');
			}
			between = false;
			spaced.appendCodePoint(codePoint);
		}
		return spaced.toString();
	}

	// the letters and numbers of Unicode, as in the playground
	private static boolean isOfWord(int codePoint) {
		if (codePoint < FIRST_NON_ASCII) {
			return (codePoint >= 'a' && codePoint <= 'z') || (codePoint >= '0' && codePoint <= '9');
		}
		return switch (Character.getType(codePoint)) {
			case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER,
					Character.MODIFIER_LETTER, Character.OTHER_LETTER, Character.DECIMAL_DIGIT_NUMBER,
					Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
				true;
			default -> false;
		};
	}

	private static int rank(String word, String name, String synonyms, String category, String description) {
		if (isIn(name, word)) {
			return WORD_OF_NAME;
		}
		if (startsIn(name, word)) {
			return START_OF_WORD_OF_NAME;
		}
		if (startsIn(synonyms, word)) {
			return WORD_OF_SYNONYM;
		}
		if (startsIn(category, word)) {
			return WORD_OF_CATEGORY;
		}
		return describes(description, word) ? WORD_OF_DESCRIPTION : MISSING_WORD;
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
