package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;

import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * White space, at the ends of a text and of its lines, and between words.
 */
class WhiteSpaceTransforms implements TransformLibrary {

	@Override
	public List<Transform> transforms() {
		return List.of(trim(), trimLines(), collapseWhiteSpace(), stripWhiteSpace(), dedent(), indent(), wrap(),
				unwrap(), expandTabs(), lineEndings(), stripAnsi(), stripInvisible(), stripBom());
	}

	private static Transform trim() {
		return Transform.named("trim")
			.synonyms("strip", "chomp", "trim-whitespace", "ltrim", "rtrim", "lstrip", "rstrip", "trim-start",
					"trim-end")
			.describedAs("Removes white space, including line breaks, from both ends of the text.")
			.example("trim", "  here is my poem \n", "here is my poem")
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> WhiteSpace.trim(text)));
	}

	private static Transform collapseWhiteSpace() {
		return Transform.named("collapse-whitespace")
			.synonyms("squeeze", "squish", "normalize-space", "normalize-whitespace", "nbsp", "remove-extra-spaces")
			.describedAs("Replaces each run of white space by one space, also at both ends of the text. "
					+ "White space includes line breaks and no-break spaces.")
			.example("collapse-whitespace", "here   is\nmy\tpoem", "here is my poem")
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> WhiteSpace.collapse(text)));
	}

	private static Transform dedent() {
		return Transform.named("dedent")
			.synonyms("unindent", "outdent", "strip-indent", "trim-indent")
			.describedAs("Removes the leading spaces and tabs that all lines have in common. "
					+ "Blank lines are ignored, and become empty.")
			.example("dedent", "    the moon\n      is late\n", "the moon\n  is late\n")
			.applyingWithin(Lines.changing(Margin::remove));
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
				return Lines.changing((lines) -> {
					List<Line> wrapped = new ArrayList<>();
					lines.forEach((line) -> Wrapping.wrap(line.text(), columns)
						.forEach((part) -> wrapped.add(line.with(part))));
					return wrapped;
				});
			});
	}

	private static Transform trimLines() {
		return Transform.named("trim-lines")
			.synonyms("strip-lines", "trim-each-line", "trailing-spaces", "trailing-whitespace")
			.describedAs("Removes white space from both ends of each line. Line breaks are kept.")
			.example("trim-lines", "  the moon \n\tis late\n", "the moon\nis late\n")
			.applyingWithin(Lines.mapping(WhiteSpace::trim));
	}

	private static Transform stripWhiteSpace() {
		return Transform.named("strip-whitespace")
			.synonyms("remove-whitespace", "delete-whitespace", "remove-spaces")
			.describedAs("Removes all white space, including line breaks and no-break spaces.")
			.example("strip-whitespace", "the moon\nis late", "themoonislate")
			.applying(WhiteSpace::remove);
	}

	private static Transform unwrap() {
		return Transform.named("unwrap")
			.synonyms("unfill", "join-paragraphs", "reflow")
			.describedAs("Joins the lines of each paragraph with a space, which replaces white space there. Paragraphs "
					+ "are separated by blank lines, which are kept. A paragraph keeps its last line break.")
			.example("unwrap", "the moon\nis late\n\nand so\nam I\n", "the moon is late\n\nand so am I\n")
			.applyingWithin(Lines.changing(Unwrapping::unwrap));
	}

	private static Transform expandTabs() {
		Parameter<Integer> width = Parameter.integer("width", 1, 100, 8);
		return Transform.named("expand-tabs")
			.synonyms("expand", "tabs-to-spaces", "untabify", "detab")
			.describedAs("Replaces each tab by spaces up to the next multiple of the width, as expand(1). Columns are "
					+ "counted in characters (grapheme clusters).")
			.with(width)
			.weighing(400)
			.example("expand-tabs=4", "a\tmoon\n", "a   moon\n")
			.binding((arguments) -> {
				int columns = arguments.get(width);
				return ByteOrderMark.keptBy((text, limit) -> Tabs.expand(text, columns, limit));
			});
	}

	private static Transform lineEndings() {
		Parameter<String> style = Parameter.choice("style", "lf", "crlf", "cr");
		return Transform.named("line-endings")
			.synonyms("dos2unix", "unix2dos", "normalize-newlines", "eol", "newlines")
			.describedAs("Replaces each line break, LF, CRLF or CR, by the given one.")
			.with(style)
			.example("line-endings", "the moon\r\nis late\r", "the moon\nis late\n")
			.binding((arguments) -> {
				String end = switch (arguments.get(style)) {
					case "crlf" -> "\r\n";
					case "cr" -> "\r";
					default -> "\n";
				};
				return (text, limit) -> {
					String feeds = text.replace("\r\n", "\n").replace('\r', '\n');
					return Occurrences.of("\n", feeds).replace(end, limit);
				};
			});
	}

	private static Transform stripAnsi() {
		return Transform.named("strip-ansi")
			.synonyms("remove-ansi", "strip-colors", "remove-colors", "ansi-strip")
			.describedAs("Removes the escape sequences of terminals (ECMA-48), such as colours, titles and links. "
					+ "Of a sequence that is not complete, its start is removed.")
			.example("strip-ansi", "\u001B[1mmoon\u001B[0m", "moon")
			.applying(AnsiSequences::remove);
	}

	private static Transform stripInvisible() {
		return Transform.named("strip-invisible")
			.synonyms("remove-zero-width", "strip-control", "remove-control-characters", "remove-non-printable")
			.describedAs("Removes control characters except line ends and tabs, and what is invisible (the Unicode "
					+ "property Default_Ignorable_Code_Point): zero-width and bidirectional characters, soft hyphens, tags, "
					+ "byte order marks. "
					+ "A zero-width joiner (ZWJ) or variation selector is kept in an emoji only; zero-width non-joiners (ZWNJ) "
					+ "and the tags of flags of regions are removed, which leaves a black flag.")
			.weighing(150)
			.example("strip-invisible", "the \u200Bmo\u00ADon", "the moon")
			.applying(Invisible::remove);
	}

	private static Transform stripBom() {
		return Transform.named("strip-bom")
			.synonyms("remove-bom", "strip-byte-order-mark")
			.describedAs("Removes byte order marks (U+FEFF) at the start of the text.")
			.example("strip-bom", "\uFEFFthe moon", "the moon")
			.applying(ByteOrderMark::strip);
	}

}
