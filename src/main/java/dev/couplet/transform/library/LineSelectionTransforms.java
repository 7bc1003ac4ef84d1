package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.google.re2j.Pattern;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * Which lines of a text are kept.
 */
class LineSelectionTransforms implements TransformLibrary {

	private static final int MAX_LINES = 1_000_000;

	@Override
	public List<Transform> transforms() {
		return List.of(head(), tail(), everyLine(), uniqueLines(), countLines(), removeBlankLines(),
				squeezeBlankLines(), keepLines(), dropLines());
	}

	private static Transform head() {
		Parameter<Integer> count = Parameter.integer("lines", 0, MAX_LINES, 10);
		return Transform.named("head")
			.synonyms("first", "top", "first-line", "first-lines")
			.describedAs("Keeps the first lines. The result ends with a line break if the text does.")
			.with(count)
			.example("head=2", "one\ntwo\nthree\n", "one\ntwo\n")
			.binding((arguments) -> {
				int most = arguments.get(count);
				return Lines.changing((lines) -> lines.subList(0, Math.min(most, lines.size())));
			});
	}

	private static Transform tail() {
		Parameter<Integer> count = Parameter.integer("lines", 0, MAX_LINES, 10);
		return Transform.named("tail")
			.synonyms("last", "last-line", "last-lines")
			.describedAs("Keeps the last lines.")
			.with(count)
			.example("tail=2", "one\ntwo\nthree\n", "two\nthree\n")
			.binding((arguments) -> {
				int most = arguments.get(count);
				return Lines.changing((lines) -> lines.subList(Math.max(0, lines.size() - most), lines.size()));
			});
	}

	private static Transform everyLine() {
		Parameter<Integer> step = Parameter.integer("n", 1, MAX_LINES);
		return Transform.named("every-line")
			.synonyms("every-nth-line", "nth-line", "sample-lines")
			.describedAs("Keeps each n-th line: with 3, the lines 3, 6, 9 and so on.")
			.with(step)
			.example("every-line=2", "one\ntwo\nthree\nfour\n", "two\nfour\n")
			.binding((arguments) -> {
				int each = arguments.get(step);
				return Lines.changing((lines) -> IntStream.rangeClosed(1, lines.size() / each)
					.mapToObj((number) -> lines.get(number * each - 1))
					.toList());
			});
	}

	private static Transform uniqueLines() {
		Parameter<String> letterCase = LineOrderTransforms.letterCase();
		return Transform.named("unique-lines")
			.synonyms("uniq", "dedupe", "dedup", "deduplicate", "unique", "distinct", "remove-duplicate-lines",
					"remove-duplicates")
			.describedAs("Removes duplicate lines, adjacent or not. The first of each is kept.")
			.with(letterCase)
			.example("unique-lines", "rose\nlily\nrose\n", "rose\nlily\n")
			.binding((arguments) -> {
				Function<String, String> fold = LineOrderTransforms.folding(arguments.get(letterCase));
				return Lines.changing((lines) -> {
					Map<String, Line> distinct = new LinkedHashMap<>();
					lines.forEach((line) -> distinct.putIfAbsent(fold.apply(line.text()), line));
					return List.copyOf(distinct.values());
				});
			});
	}

	private static Transform countLines() {
		return Transform.named("count-lines")
			.synonyms("uniq-c", "line-frequency", "histogram", "tally")
			.describedAs("Keeps each distinct line once, after how often it occurs, the most frequent first. "
					+ "The number is right-aligned in seven columns and followed by a space, as by uniq -c.")
			.weighing(300)
			.example("count-lines", "lily\nrose\nlily\n", "      2 lily\n      1 rose\n")
			.applyingWithin(ByteOrderMark.droppedBy(LineCounts::of));
	}

	private static Transform removeBlankLines() {
		return Transform.named("remove-blank-lines")
			.synonyms("remove-empty-lines", "compact", "delete-blank-lines")
			.describedAs("Removes lines that are empty or contain only white space.")
			.example("remove-blank-lines", "the moon\n\n  \nis late\n", "the moon\nis late\n")
			.applyingWithin(Lines.changing((lines) -> lines.stream().filter((line) -> !line.isBlank()).toList()));
	}

	private static Transform squeezeBlankLines() {
		return Transform.named("squeeze-blank-lines")
			.synonyms("cat-s", "collapse-blank-lines", "squeeze-blank")
			.describedAs("Keeps only the first of blank lines that follow each other. A blank line is empty or "
					+ "contains only white space.")
			.example("squeeze-blank-lines", "the moon\n\n\n\nis late\n", "the moon\n\nis late\n")
			.applyingWithin(Lines.changing((lines) -> {
				List<Line> kept = new ArrayList<>();
				for (Line line : lines) {
					if (kept.isEmpty() || !line.isBlank() || !kept.getLast().isBlank()) {
						kept.add(line);
					}
				}
				return kept;
			}));
	}

	private static Transform keepLines() {
		Parameter<String> pattern = Patterns.parameter("pattern");
		return Transform.named("keep-lines")
			.synonyms("grep", "filter", "filter-lines", "match-lines", "lines-containing")
			.describedAs("Keeps the lines in which a pattern matches (RE2: no look-around and no back-references).")
			.with(pattern)
			.callCost(2000)
			.example("keep-lines=^the", "the moon\nis late\nthe end\n", "the moon\nthe end\n")
			.binding((arguments) -> filtering(Patterns.compile(pattern, arguments), true));
	}

	private static Transform dropLines() {
		Parameter<String> pattern = Patterns.parameter("pattern");
		return Transform.named("drop-lines")
			.synonyms("grep-v", "reject-lines", "exclude-lines", "remove-lines", "delete-lines",
					"remove-lines-containing")
			.describedAs("Removes the lines in which a pattern matches (RE2: no look-around and no back-references).")
			.with(pattern)
			.callCost(2000)
			.example("drop-lines=^%23", "# a note\nthe moon\n", "the moon\n")
			.binding((arguments) -> filtering(Patterns.compile(pattern, arguments), false));
	}

	private static PatternFunction filtering(Pattern pattern, boolean matching) {
		PatternCopies copies = new PatternCopies(pattern);
		return new PatternFunction(pattern, Lines.changing((lines) -> {
			Pattern own = copies.ofThread();
			return lines.stream().filter((line) -> Patterns.matcher(own, line.text()).find() == matching).toList();
		}));
	}

}
