package dev.couplet.transform.library;

import java.util.List;
import java.util.function.Function;

import com.ibm.icu.lang.UCharacter;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * The order of lines.
 */
class LineOrderTransforms implements TransformLibrary {

	@Override
	public List<Transform> transforms() {
		return List.of(reverseLines(), sortLines(), shuffleLines());
	}

	private static Transform reverseLines() {
		return Transform.named("reverse-lines")
			.synonyms("tac")
			.describedAs("Reverses the order of the lines. Each keeps its line break; a last line without one gets "
					+ "the first one of the text.")
			.example("reverse-lines", "one\ntwo\nthree\n", "three\ntwo\none\n")
			.applyingWithin(Lines.changing(List::reversed));
	}

	private static Transform sortLines() {
		Parameter<String> by = Parameter.choice("by", "text", "number", "natural", "length");
		Parameter<String> order = Parameter.choice("order", "ascending", "descending");
		Parameter<String> letterCase = letterCase();
		return Transform.named("sort-lines")
			.synonyms("sort", "order-lines", "numeric-sort", "natural-sort", "sort-numerically")
			.describedAs("Sorts the lines by code point, by the number at the start (as sort -n), in natural order "
					+ "(img2 before img12), or by length in grapheme clusters. Equal lines stay in their order, and each "
					+ "keeps its line break; a last line without one gets the first one of the text.")
			.with(by, order, letterCase)
			.weighing(600, 300)
			.example("sort-lines=number:descending", "9 lives\n10 moons\n1 rose\n", "10 moons\n9 lives\n1 rose\n")
			.binding((arguments) -> {
				String key = arguments.get(by);
				boolean descending = arguments.get(order).equals("descending");
				Function<String, String> fold = folding(arguments.get(letterCase));
				return Lines.changing((lines) -> LineOrder.sort(lines, key, descending, fold));
			});
	}

	private static Transform shuffleLines() {
		Parameter<Integer> seed = Parameter.integer("seed", 0, Integer.MAX_VALUE);
		return Transform.named("shuffle-lines")
			.synonyms("shuf", "shuffle", "randomize-lines")
			.describedAs("Puts the lines in a random order that depends only on the seed and the number of lines. "
					+ "Each keeps its line break; a last line without one gets the first one of the text.")
			.with(seed)
			.weighing(400)
			.example("shuffle-lines=7", "one\ntwo\nthree\nfour\n", "one\ntwo\nfour\nthree\n")
			.binding((arguments) -> {
				int start = arguments.get(seed);
				return (text, limit) -> ShuffledLines.of(text, start, limit);
			});
	}

	static Parameter<String> letterCase() {
		return Parameter.choice("case", "sensitive", "ignore");
	}

	/**
	 * Returns what is compared instead of a line.
	 * @param letterCase {@code sensitive} or {@code ignore}
	 * @return the function
	 */
	static Function<String, String> folding(String letterCase) {
		return letterCase.equals("ignore") ? (line) -> UCharacter.foldCase(line, true) : Function.identity();
	}

}
