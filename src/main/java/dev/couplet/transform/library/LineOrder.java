package dev.couplet.transform.library;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import com.ibm.icu.text.UTF16;

/**
 * Sorts lines. The key of each line is computed once, and lines with equal keys stay in
 * their order.
 */
final class LineOrder {

	private LineOrder() {
	}

	/**
	 * Sorts lines.
	 * @param lines the lines
	 * @param by {@code text}, {@code number}, {@code natural} or {@code length}
	 * @param descending whether the largest comes first
	 * @param fold what is compared instead of a line
	 * @return the sorted lines
	 */
	static List<Line> sort(List<Line> lines, String by, boolean descending, Function<String, String> fold) {
		return switch (by) {
			case "number" -> sorted(lines, SortNumber::of, Comparator.naturalOrder(), descending);
			case "natural" -> sorted(lines, fold, new NaturalOrder(), descending);
			case "length" -> sorted(lines, new GraphemeCounter()::count, Comparator.naturalOrder(), descending);
			default -> sorted(lines, fold, new UTF16.StringComparator(true, false, 0), descending);
		};
	}

	private static <K> List<Line> sorted(List<Line> lines, Function<String, K> key, Comparator<? super K> order,
			boolean descending) {
		Comparator<Keyed<K>> ascending = (first, second) -> order.compare(first.key(), second.key());
		return lines.stream()
			.map((line) -> new Keyed<>(key.apply(line.text()), line))
			.sorted(descending ? ascending.reversed() : ascending)
			.map(Keyed::line)
			.toList();
	}

	private record Keyed<K>(K key, Line line) {

	}

}
