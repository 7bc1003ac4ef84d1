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

	private static final int SYNONYM = 1;

	private static final int START_OF_NAME = 2;

	private static final int PART_OF_NAME = 3;

	private static final int ELSEWHERE = 4;

	private static final int NOWHERE = 5;

	private final List<String> words;

	CatalogueSearch(String query) {
		this.words = Stream.of(query.toLowerCase(Locale.ROOT).split("\\s+")).filter((word) -> !word.isEmpty()).toList();
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
		return this.words.stream().mapToInt((word) -> rank(transform, word)).max().orElse(NAME);
	}

	private static int rank(Transform transform, String word) {
		if (transform.name().equals(word)) {
			return NAME;
		}
		if (transform.synonyms().contains(word)) {
			return SYNONYM;
		}
		if (transform.name().startsWith(word)) {
			return START_OF_NAME;
		}
		if (transform.name().contains(word)) {
			return PART_OF_NAME;
		}
		Stream<String> elsewhere = Stream.concat(Stream.of(transform.category(), transform.description()),
				transform.synonyms().stream());
		return elsewhere.anyMatch((text) -> text.toLowerCase(Locale.ROOT).contains(word)) ? ELSEWHERE : NOWHERE;
	}

}
