package dev.couplet.transform;

import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The words of a transform, as {@link CatalogueSearch} compares them. To find them takes
 * longer than to compare them, so they are kept. Thread-safe.
 */
final class TransformWords {

	private static final int FIRST_NON_ASCII = 0x80;

	private final Transform transform;

	private final String name;

	private final String synonyms;

	private final String category;

	private final String description;

	// few searches need it
	private volatile @Nullable String example;

	TransformWords(Transform transform) {
		this.transform = transform;
		this.name = words(transform.name());
		this.synonyms = words(String.join(" ", transform.synonyms()));
		this.category = words(transform.category() + " " + choices(transform));
		this.description = words(transform.description());
	}

	Transform transform() {
		return this.transform;
	}

	String name() {
		return this.name;
	}

	String synonyms() {
		return this.synonyms;
	}

	/**
	 * Returns the words of the category and of the choices of the parameters.
	 * @return the words, as of each of these methods, between spaces
	 */
	String category() {
		return this.category;
	}

	String description() {
		return this.description;
	}

	String example() {
		String words = this.example;
		if (words == null) {
			words = words(example(this.transform));
			this.example = words;
		}
		return words;
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
	static String spaced(String text) {
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

}
