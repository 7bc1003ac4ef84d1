package dev.couplet.transform;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Finds transforms by words: of their names, of their names in other tools, of their
 * categories, and of their descriptions.
 */
final class CatalogueSearch {

	private static final int NAME = 0;

	private static final int START_OF_NAME = 1;

	private static final int SYNONYM = 2;

	private static final int PART_OF_NAME = 3;

	private static final int ELSEWHERE = 4;

	private static final int NOWHERE = 5;

	private final List<String> words;

	CatalogueSearch(String query) {
		this.words = Stream.of(query.toLowerCase(Locale.ROOT).split("\\s+"))
			.filter((word) -> !word.isEmpty())
			.distinct()
			.toList();
	}

	/**
	 * Finds the transforms that have all words of the query.
	 * @param transforms the transforms, sorted
	 * @return the transforms found, those with the words in their names first; all if the
	 * query is blank
	 */
	List<Transform> in(Collection<Transform> transforms) {
		record Found(Transform transform, int rank) {

		}
		return transforms.stream()
			.map((transform) -> new Found(transform, rank(transform)))
			.filter((found) -> found.rank() < NOWHERE)
			.sorted(Comparator.comparingInt(Found::rank))
			.map(Found::transform)
			.toList();
	}

	private int rank(Transform transform) {
		if (this.words.isEmpty()) {
			return NAME;
		}
		String elsewhere = "%s\n%s\n%s"
			.formatted(transform.category(), transform.description(), String.join("\n", transform.synonyms()))
			.toLowerCase(Locale.ROOT);
		int worst = NAME;
		// a query can have thousands of words
		for (int i = 0; i < this.words.size() && worst < NOWHERE; i++) {
			worst = Math.max(worst, rank(transform, elsewhere, this.words.get(i)));
		}
		return worst;
	}

	private static int rank(Transform transform, String elsewhere, String word) {
		if (transform.name().equals(word)) {
			return NAME;
		}
		if (transform.name().startsWith(word)) {
			return START_OF_NAME;
		}
		if (transform.synonyms().contains(word)) {
			return SYNONYM;
		}
		if (transform.name().contains(word)) {
			return PART_OF_NAME;
		}
		return elsewhere.contains(word) ? ELSEWHERE : NOWHERE;
	}

}
