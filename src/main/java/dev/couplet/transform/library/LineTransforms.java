package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformFunction;
import dev.couplet.transform.TransformLibrary;
import dev.couplet.transform.Utf8;

/**
 * What is in each line, and lines joined and split.
 */
class LineTransforms implements TransformLibrary {

	private static final int MAX_LINES = 1_000_000;

	private static final int MAX_AFFIX = 1000;

	private static final int MAX_WIDTH = 1000;

	// as written by number-lines, nl, cat -n, and in lists
	private static final Pattern NUMBER = Pattern.compile("[ \t]*+[0-9]++(?:[.):]?+(?:\t| {1,2}+)|[.):]\\z)");

	@Override
	public List<Transform> transforms() {
		return List.of(numberLines(), stripLineNumbers(), joinLines(), split(), prefixLines(), suffixLines(),
				padLines(), cut());
	}

	private static Transform numberLines() {
		Parameter<Integer> start = Parameter.integer("start", 0, MAX_LINES, 1);
		return Transform.named("number-lines")
			.synonyms("nl", "cat-n", "add-line-numbers", "line-numbers")
			.describedAs("Numbers the lines, with right-aligned numbers followed by two spaces.")
			.with(start)
			.weighing(200)
			.example("number-lines=9", "the moon\nis late\n", " 9  the moon\n10  is late\n")
			.binding((arguments) -> {
				int first = arguments.get(start);
				return (text, limit) -> Margin.number(Lines.of(text), first, limit);
			});
	}

	private static Transform stripLineNumbers() {
		return Transform.named("strip-line-numbers")
			.synonyms("remove-line-numbers", "unnumber-lines")
			.describedAs("Removes a number at the start of each line, with a period, closing bracket or colon after "
					+ "it, and the tab or up to two spaces that follow. A line that does not start so is left unchanged.")
			.weighing(200)
			.example("strip-line-numbers", " 9  the moon\n10  is late\n", "the moon\nis late\n")
			.applyingWithin(Lines.mapping(LineTransforms::withoutNumber));
	}

	private static String withoutNumber(String line) {
		Matcher number = NUMBER.matcher(line);
		return number.lookingAt() ? line.substring(number.end()) : line;
	}

	private static Transform joinLines() {
		Parameter<String> separator = Parameter.text("separator", 0, 100, " ");
		return Transform.named("join-lines")
			.synonyms("paste", "unfold", "join", "remove-newlines", "remove-line-breaks")
			.describedAs(
					"Joins all lines into one, with a separator between them. A line break at the end of the text is kept.")
			.with(separator)
			.example("join-lines= / ", "the moon\nis late\n", "the moon / is late\n")
			.binding((arguments) -> {
				String between = arguments.get(separator);
				return (text, limit) -> Lines.of(text).join(between, limit);
			});
	}

	private static Transform split() {
		Parameter<String> delimiter = Parameter.text("delimiter", 1, MAX_AFFIX);
		return Transform.named("split")
			.synonyms("explode", "split-text", "split-lines")
			.describedAs("Splits the text into lines: each delimiter becomes a line break, the first one of the text, "
					+ "or LF if it has none.")
			.with(delimiter)
			.example("split=; ", "the moon; is late", "the moon\nis late")
			.binding((arguments) -> {
				String literal = arguments.get(delimiter);
				return ByteOrderMark.keptBy((text, limit) -> {
					int feed = text.indexOf('\n');
					boolean returned = feed > 0 && text.charAt(feed - 1) == '\r';
					return Occurrences.of(literal, text).replace(returned ? "\r\n" : "\n", limit);
				});
			});
	}

	private static Transform prefixLines() {
		Parameter<String> prefix = Parameter.text("text", 1, MAX_AFFIX);
		return Transform.named("prefix-lines")
			.synonyms("prepend-lines", "add-prefix", "quote-lines")
			.describedAs("Puts a text before each line, also before blank ones.")
			.with(prefix)
			.weighing(200)
			.example("prefix-lines=> ", "the moon\nis late\n", "> the moon\n> is late\n")
			.binding((arguments) -> affixing(arguments.get(prefix), ""));
	}

	private static Transform suffixLines() {
		Parameter<String> suffix = Parameter.text("text", 1, MAX_AFFIX);
		return Transform.named("suffix-lines")
			.synonyms("append-lines", "add-suffix")
			.describedAs("Puts a text after each line, also after blank ones, and before its line break.")
			.with(suffix)
			.weighing(200)
			.example("suffix-lines=;", "the moon\nis late\n", "the moon;\nis late;\n")
			.binding((arguments) -> affixing("", arguments.get(suffix)));
	}

	private static Transform padLines() {
		Parameter<Integer> width = Parameter.integer("width", 1, MAX_WIDTH);
		Parameter<String> side = Parameter.choice("side", "end", "start", "both");
		return Transform.named("pad-lines")
			.synonyms("pad", "ljust", "rjust", "center", "pad-start", "pad-end", "align")
			.describedAs("Adds spaces to each line, at its end, its start or both, until it is as wide as given in "
					+ "characters (grapheme clusters). Longer lines are left unchanged.")
			.with(width, side)
			.weighing(500, 100)
			.example("pad-lines=8:start", "the moon\nis late\n", "the moon\n is late\n")
			.binding((arguments) -> {
				int columns = arguments.get(width);
				String place = arguments.get(side);
				return (text, limit) -> LinePadding.pad(Lines.of(text), columns, place, limit);
			});
	}

	private static Transform cut() {
		Parameter<String> fields = Parameter.text("fields", 1, FieldList.MAX_LENGTH);
		Parameter<String> delimiter = FieldList.delimiter();
		return Transform.named("cut")
			.synonyms("fields", "select-fields", "columns", "select-columns")
			.describedAs("Keeps the given fields of each line, in their order, as cut(1): 2, 1%2C3-5, 4- or -2. Fields "
					+ "are separated by the delimiter, a tab if it is \"tab\". A line without a delimiter is kept.")
			.with(fields, delimiter)
			.weighing(200)
			.example("cut=1%2C3:;", "low;tide;1\nnight;train;2\n", "low;1\nnight;2\n")
			.binding((arguments) -> {
				FieldList chosen = FieldList.parse(arguments.get(fields));
				String separator = FieldList.separator(arguments.get(delimiter));
				return Lines.mapping((line) -> cut(line, chosen, separator));
			});
	}

	private static TransformFunction<String, String> affixing(String before, String after) {
		return (text, limit) -> {
			Lines lines = Lines.of(text);
			LinePadding.check(lines, lines.count() * Utf8.size(before + after), limit);
			return lines.withTexts(lines.all().stream().map((line) -> before + line.text() + after).toList())
				.join(limit);
		};
	}

	private static String cut(String line, FieldList fields, String delimiter) {
		int end = line.indexOf(delimiter);
		if (end < 0) {
			return line;
		}
		List<String> kept = new ArrayList<>();
		int start = 0;
		for (int number = 1; start >= 0; number++) {
			end = line.indexOf(delimiter, start);
			if (fields.contains(number)) {
				kept.add((end < 0) ? line.substring(start) : line.substring(start, end));
			}
			start = (end < 0) ? -1 : end + delimiter.length();
		}
		return String.join(delimiter, kept);
	}

}
