package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;

import com.ibm.icu.text.UTF16;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.TextFunction;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * White space and lines.
 */
class LineTransforms implements TransformLibrary {

	private static final int MOST_LINES = 1_000_000;

	@Override
	public List<Transform> transforms() {
		return List.of(trim(), collapseWhiteSpace(), dedent(), indent(), wrap(), head(), tail(), reverseLines(),
				sortLines(), uniqueLines(), numberLines(), removeBlankLines(), joinLines());
	}

	private static Transform trim() {
		return Transform.named("trim")
			.describedAs("Without the white space, line ends included, that the text begins and ends with.")
			.example("trim", "  here is my poem \n", "here is my poem")
			.applying(WhiteSpace::trim);
	}

	private static Transform collapseWhiteSpace() {
		return Transform.named("collapse-whitespace")
			.describedAs("One space for every row of white space, line ends and no-break spaces included, "
					+ "at the start and the end of the text too.")
			.example("collapse-whitespace", "here   is\nmy\tpoem", "here is my poem")
			.applying(WhiteSpace::collapse);
	}

	private static Transform dedent() {
		return Transform.named("dedent")
			.describedAs("Without the spaces and tabs that all lines begin with. "
					+ "Lines of white space alone do not count, and become empty.")
			.example("dedent", "    the moon\n      is late\n", "the moon\n  is late\n")
			.applyingWithin(onLines(Margin::remove));
	}

	private static Transform indent() {
		Parameter<Integer> width = Parameter.integer("width", 0, 100, 4);
		return Transform.named("indent")
			.describedAs("With so many spaces before every line; before a line of white space alone, none.")
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
			.describedAs("Lines of at most so many characters (grapheme clusters), broken at white space, "
					+ "which is dropped there. A longer word is broken at the width. "
					+ "Shorter lines stay as they are, and apart.")
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
		Parameter<Integer> count = Parameter.integer("lines", 0, MOST_LINES, 10);
		return Transform.named("head")
			.describedAs("The first lines. The last of them ends as the text does, with a line end or without.")
			.with(count)
			.example("head=2", "one\ntwo\nthree\n", "one\ntwo\n")
			.binding((arguments) -> {
				int most = arguments.get(count);
				return onLines((lines) -> lines.subList(0, Math.min(most, lines.size())));
			});
	}

	private static Transform tail() {
		Parameter<Integer> count = Parameter.integer("lines", 0, MOST_LINES, 10);
		return Transform.named("tail")
			.describedAs("The last lines.")
			.with(count)
			.example("tail=2", "one\ntwo\nthree\n", "two\nthree\n")
			.binding((arguments) -> {
				int most = arguments.get(count);
				return onLines((lines) -> lines.subList(Math.max(0, lines.size() - most), lines.size()));
			});
	}

	private static Transform reverseLines() {
		return Transform.named("reverse-lines")
			.describedAs("The last line first.")
			.example("reverse-lines", "one\ntwo\nthree\n", "three\ntwo\none\n")
			.applyingWithin(onLines(List::reversed));
	}

	private static Transform sortLines() {
		return Transform.named("sort-lines")
			.describedAs("The lines in the order of their code points: capitals first, and of no language.")
			.example("sort-lines", "rose\nRue\nlily\n", "Rue\nlily\nrose\n")
			.applyingWithin(
					onLines((lines) -> lines.stream().sorted(new UTF16.StringComparator(true, false, 0)).toList()));
	}

	private static Transform uniqueLines() {
		return Transform.named("unique-lines")
			.describedAs("Without the lines that have been before, wherever they were.")
			.example("unique-lines", "rose\nlily\nrose\n", "rose\nlily\n")
			.applyingWithin(onLines((lines) -> List.copyOf(new LinkedHashSet<>(lines))));
	}

	private static Transform numberLines() {
		Parameter<Integer> start = Parameter.integer("start", 0, MOST_LINES, 1);
		return Transform.named("number-lines")
			.describedAs("With a number before every line, right-aligned, and two spaces after it.")
			.with(start)
			.example("number-lines=9", "the moon\nis late\n", " 9  the moon\n10  is late\n")
			.binding((arguments) -> {
				int first = arguments.get(start);
				return (text, limit) -> Margin.number(Lines.of(text), first, limit);
			});
	}

	private static Transform removeBlankLines() {
		return Transform.named("remove-blank-lines")
			.describedAs("Without the lines that are empty or of white space alone.")
			.example("remove-blank-lines", "the moon\n\n  \nis late\n", "the moon\nis late\n")
			.applyingWithin(onLines((lines) -> lines.stream().filter((line) -> !WhiteSpace.isAll(line)).toList()));
	}

	private static Transform joinLines() {
		Parameter<String> separator = Parameter.text("separator", 0, 100, " ");
		return Transform.named("join-lines")
			.describedAs("All lines in one, with a separator between them. The text's last line end stays.")
			.with(separator)
			.example("join-lines= / ", "the moon\nis late\n", "the moon / is late\n")
			.binding((arguments) -> {
				String between = arguments.get(separator);
				return (text, limit) -> Lines.of(text).join(between, limit);
			});
	}

	private static TextFunction onLines(UnaryOperator<List<String>> change) {
		return (text, limit) -> {
			Lines lines = Lines.of(text);
			return lines.with(change.apply(lines.lines())).join(limit);
		};
	}

}
