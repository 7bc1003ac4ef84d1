package dev.couplet.transform;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Suggests transforms for a name that is not in the catalogue. It can be another
 * spelling, such as {@code toLowerCase}, the name of such a transform in another tool, or
 * have typos.
 */
final class NearNames {

	private static final int MAX_NAMES = 3;

	private static final int MAX_TYPOS = 3;

	private static final int SHORT_LENGTH = 6;

	private static final int MAX_COMPARED_LENGTH = 100;

	// before a capital after a small letter or digit, and before the last of several
	private static final Pattern WORD_BOUNDARY = Pattern
		.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[_\\s.-]+");

	private NearNames() {
	}

	/**
	 * Returns the names of transforms that a name may mean.
	 * @param name any string
	 * @param transforms the transforms to choose from
	 * @return up to 3 names, the best first
	 */
	static List<String> of(String name, Collection<Transform> transforms) {
		List<String> meant = meant(name, transforms);
		return (meant.isEmpty() && name.length() <= MAX_COMPARED_LENGTH) ? similar(respelled(name), transforms) : meant;
	}

	/**
	 * Returns the names of transforms of which a name is another spelling or a synonym.
	 * @param name any string
	 * @param transforms the transforms to choose from
	 * @return up to 3 names
	 */
	static List<String> meant(String name, Collection<Transform> transforms) {
		if (name.length() > MAX_COMPARED_LENGTH) {
			return List.of();
		}
		String wanted = respelled(name);
		return transforms.stream()
			.filter((transform) -> isMeant(wanted, transform))
			.map(Transform::name)
			.limit(MAX_NAMES)
			.toList();
	}

	/**
	 * Returns the end of a message that suggests names.
	 * @param names the names of transforms
	 * @return the empty string if there are none
	 */
	static String suggestion(List<String> names) {
		return names.isEmpty() ? "" : "; perhaps " + String.join(" or ", names) + " was meant";
	}

	private static String respelled(String name) {
		return WORD_BOUNDARY.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
	}

	private static boolean isMeant(String wanted, Transform transform) {
		return Stream.concat(Stream.of(transform.name()), transform.synonyms().stream())
			.anyMatch((name) -> withoutHyphens(name).equals(withoutHyphens(wanted)));
	}

	static String withoutHyphens(String name) {
		return name.replace("-", "");
	}

	private static List<String> similar(String wanted, Collection<Transform> transforms) {
		record Near(String name, int distance) {

		}
		// one typo in a short name, three in a long one, but not another word
		int typos = (wanted.length() < SHORT_LENGTH) ? 1 : Math.min(MAX_TYPOS, 1 + wanted.length() / 4);
		LevenshteinDistance distance = new LevenshteinDistance(typos);
		return transforms.stream()
			.map(Transform::name)
			// a prefix matches too: base64 suggests base64-encode
			.map((name) -> new Near(name,
					(name.startsWith(wanted + "-") || isTransposed(wanted, name)) ? 1 : distance.apply(wanted, name)))
			.filter((near) -> near.distance() >= 0)
			.sorted(Comparator.comparingInt(Near::distance))
			.limit(MAX_NAMES)
			.map(Near::name)
			.toList();
	}

	// whether the names differ only in that two adjacent letters are transposed
	private static boolean isTransposed(String wanted, String name) {
		int first = Arrays.mismatch(wanted.toCharArray(), name.toCharArray());
		return first >= 0 && first + 1 < Math.min(wanted.length(), name.length()) && (wanted.substring(0, first)
				+ wanted.charAt(first + 1) + wanted.charAt(first) + wanted.substring(first + 2))
			.equals(name);
	}

}
