package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;

import com.ibm.icu.text.UTF16;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformFunction;
import dev.couplet.transform.TransformLibrary;

/**
 * White space and lines.
 */
class LineTransforms implements TransformLibrary {

	private static final int MAX_LINES = 1_000_000;

	@Override
	public List<Transform> transforms() {
		return List.of(trim(), collapseWhiteSpace(), dedent(), indent(), wrap(), head(), tail(), reverseLines(),
				sortLines(), uniqueLines(), numberLines(), removeBlankLines(), joinLines());
	}

	private static Transform trim() {
		return Transform.named("trim")
			.synonyms("strip", "chomp", "trim-whitespace")
			.describedAs("Removes white space, including line breaks, from both ends of the text.")
			.example("trim", "  here is my poem \n", "here is my poem")
			.applying(WhiteSpace::trim);
	}

	private static Transform collapseWhiteSpace() {
		return Transform.named("collapse-whitespace")
			.synonyms("squeeze", "squish", "normalize-space", "normalize-whitespace")
			.describedAs("Replaces each run of white space by one space, also at both ends of the text. "
					+ "White space includes line breaks and no-break spaces.")
			.example("collapse-whitespace", "here   is\nmy\tpoem", "here is my poem")
			.applying(WhiteSpace::collapse);
	}

	private static Transform dedent() {
		return Transform.named("dedent")
			.synonyms("unindent", "strip-indent", "trim-indent")
			.describedAs("Removes the leading spaces and tabs that all lines have in common. "
					+ "Blank lines are ignored, and become empty.")
			.example("dedent", "    the moon\n      is late\n", "the moon\n  is late\n")
			.applyingWithin(onLines(Margin::remove));
	}

	private static Transform indent() {
		Parameter<Integer> width = Parameter.integer("width", 0, 100, 4);
		return Transform.named("indent")
			.synonyms("shift-right")
			.describedAs("Indents each line by the given number of spaces. Blank lines are left unchanged.")
			.with(width)
			.example("indent=2", "the moon\nis late\n", "  the moon\n  is late\n")
			.binding((arguments) -> {
				int spaces = arguments.get(width);
				return (text, limit) -> Margin.add(Lines.of(text), spaces, limit);
			});
	}

	private static Transform wrap() {
		Parameter<Integer> width = Parameter.integer("width", 1, 1000, 72);
		return Transform.named("wrap")
			.synonyms("fold", "fmt", "word-wrap", "wordwrap", "textwrap", "fill")
			.describedAs(
					"Wraps lines at the given width in characters (grapheme clusters). Lines are broken at white space, "
							+ "which is removed there. A word longer than the width is split. "
							+ "Shorter lines are left unchanged and are not joined.")
			.with(width)
			.weighing(400)
			.example("wrap=12", "the moon is late tonight\nand so am I", "the moon is\nlate tonight\nand so am I")
			.binding((arguments) -> {
				int columns = arguments.get(width);
				return onLines((lines) -> {
					List<String> wrapped = new ArrayList<>();
					lines.forEach((line) -> wrapped.addAll(Wrapping.wrap(line, columns)));
					return wrapped;
				});
			});
	}

	private static Transform head() {
		Parameter<Integer> count = Parameter.integer("lines", 0, MAX_LINES, 10);
		return Transform.named("head")
			.synonyms("first", "top", "first-lines")
			.describedAs("Keeps the first lines. The result ends with a line break if the text does.")
			.with(count)
			.example("head=2", "one\ntwo\nthree\n", "one\ntwo\n")
			.binding((arguments) -> {
				int most = arguments.get(count);
				return onLines((lines) -> lines.subList(0, Math.min(most, lines.size())));
			});
	}

	private static Transform tail() {
		Parameter<Integer> count = Parameter.integer("lines", 0, MAX_LINES, 10);
		return Transform.named("tail")
			.synonyms("last", "last-lines")
			.describedAs("Keeps the last lines.")
			.with(count)
			.example("tail=2", "one\ntwo\nthree\n", "two\nthree\n")
			.binding((arguments) -> {
				int most = arguments.get(count);
				return onLines((lines) -> lines.subList(Math.max(0, lines.size() - most), lines.size()));
			});
	}

	private static Transform reverseLines() {
		return Transform.named("reverse-lines")
			.synonyms("tac")
			.describedAs("Reverses the order of the lines.")
			.example("reverse-lines", "one\ntwo\nthree\n", "three\ntwo\none\n")
			.applyingWithin(onLines(List::reversed));
	}

	private static Transform sortLines() {
		return Transform.named("sort-lines")
			.synonyms("sort")
			.describedAs("Sorts the lines by code point: capitals first, independent of language.")
			.example("sort-lines", "rose\nRue\nlily\n", "Rue\nlily\nrose\n")
			.applyingWithin(
					onLines((lines) -> lines.stream().sorted(new UTF16.StringComparator(true, false, 0)).toList()));
	}

	private static Transform uniqueLines() {
		return Transform.named("unique-lines")
			.synonyms("uniq", "dedupe", "dedup", "deduplicate", "unique", "distinct", "remove-duplicate-lines")
			.describedAs("Removes duplicate lines, adjacent or not. The first of each is kept.")
			.example("unique-lines", "rose\nlily\nrose\n", "rose\nlily\n")
			.applyingWithin(onLines((lines) -> List.copyOf(new LinkedHashSet<>(lines))));
	}

	private static Transform numberLines() {
		Parameter<Integer> start = Parameter.integer("start", 0, MAX_LINES, 1);
		return Transform.named("number-lines")
			.synonyms("nl", "cat-n", "add-line-numbers", "line-numbers")
			.describedAs("Numbers the lines, with right-aligned numbers followed by two spaces.")
			.with(start)
			.example("number-lines=9", "the moon\nis late\n", " 9  the moon\n10  is late\n")
			.binding((arguments) -> {
				int first = arguments.get(start);
				return (text, limit) -> Margin.number(Lines.of(text), first, limit);
			});
	}

	private static Transform removeBlankLines() {
		return Transform.named("remove-blank-lines")
			.synonyms("remove-empty-lines", "compact", "delete-blank-lines")
			.describedAs("Removes lines that are empty or contain only white space.")
			.example("remove-blank-lines", "the moon\n\n  \nis late\n", "the moon\nis late\n")
			.applyingWithin(onLines((lines) -> lines.stream().filter((line) -> !WhiteSpace.isAll(line)).toList()));
	}

	private static Transform joinLines() {
		Parameter<String> separator = Parameter.text("separator", 0, 100, " ");
		return Transform.named("join-lines")
			.synonyms("paste", "unwrap", "unfold")
			.describedAs(
					"Joins all lines into one, with a separator between them. A line break at the end of the text is kept.")
			.with(separator)
			.example("join-lines= / ", "the moon\nis late\n", "the moon / is late\n")
			.binding((arguments) -> {
				String between = arguments.get(separator);
				return (text, limit) -> Lines.of(text).join(between, limit);
			});
	}

	private static TransformFunction<String, String> onLines(UnaryOperator<List<String>> change) {
		return (text, limit) -> {
			Lines lines = Lines.of(text);
			return lines.with(change.apply(lines.lines())).join(limit);
		};
	}

}
