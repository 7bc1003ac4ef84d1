package dev.couplet.transform.library;

import java.util.List;

import com.google.re2j.Pattern;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * Transforms that run a recipe in brackets on parts of a text.
 */
class PartTransforms implements TransformLibrary {

	private static final int MAX_GROUP = 99;

	@Override
	public List<Transform> transforms() {
		return List.of(eachLine(), eachParagraph(), eachWord(), eachMatch(), eachField(), tryRecipe());
	}

	private static Transform eachLine() {
		return Transform.named("each-line")
			.synonyms("map-lines", "for-each-line", "per-line", "fork")
			.describedAs("Runs the recipe in brackets on each line. The line breaks, LF or CRLF, are kept.")
			.example("each-line(base64-encode)", "one\ntwo", "b25l\ndHdv")
			.splitting("line", (arguments) -> LineParts::new);
	}

	private static Transform eachParagraph() {
		return Transform.named("each-paragraph")
			.synonyms("map-paragraphs", "each-stanza", "per-paragraph")
			.describedAs("Runs the recipe in brackets on each paragraph: lines without a blank one between them. "
					+ "Blank lines, and the line break after a paragraph, are kept.")
			.example("each-paragraph(join-lines)", "the moon\nis late\n\nand so\nam I\n",
					"the moon is late\n\nand so am I\n")
			.splitting("paragraph", (arguments) -> ParagraphParts::new);
	}

	private static Transform eachWord() {
		return Transform.named("each-word")
			.synonyms("map-words", "for-each-word", "per-word")
			.describedAs("Runs the recipe in brackets on each word: characters without white space between them. "
					+ "White space is kept.")
			.example("each-word(reverse)", "the moon\nis late", "eht noom\nsi etal")
			.splitting("word", (arguments) -> WordParts::new);
	}

	private static Transform eachMatch() {
		Parameter<String> pattern = Patterns.parameter("pattern");
		Parameter<Integer> group = Parameter.integer("group", 0, MAX_GROUP, 0);
		return Transform.named("each-match")
			.synonyms("subsection", "map-matches", "replace-each", "per-match")
			.describedAs("Runs the recipe in brackets on each match of a pattern (RE2: no look-around and no "
					+ "back-references), or on one group of it. What is outside is kept.")
			.with(pattern, group)
			.example("each-match=[A-Z]+(lower-case)", "the MOON is LATE", "the moon is late")
			.splitting("match", (arguments) -> {
				Pattern compiled = Patterns.compile(pattern, arguments);
				return new MatchSplitter(compiled, Patterns.group(group, arguments, compiled));
			});
	}

	private static Transform eachField() {
		Parameter<String> fields = Parameter.text("fields", 1, FieldList.MAX_LENGTH);
		Parameter<String> delimiter = FieldList.delimiter();
		return Transform.named("each-field")
			.synonyms("map-fields", "map-columns", "each-column")
			.describedAs(
					"Runs the recipe in brackets on the given fields of each line, as in cut(1): 2, 1%2C3-5, 4- or -2. "
							+ "Fields are separated by the delimiter, a tab if it is \"tab\". The other fields are kept.")
			.with(fields, delimiter)
			.example("each-field=2:;(upper-case)", "low;tide;1\nnight;train;2", "low;TIDE;1\nnight;TRAIN;2")
			.splitting("field", (arguments) -> {
				FieldList chosen = FieldList.parse(arguments.get(fields));
				String separator = FieldList.separator(arguments.get(delimiter));
				return (text) -> new FieldParts(text, chosen, separator);
			});
	}

	private static Transform tryRecipe() {
		return Transform.named("try")
			.synonyms("attempt", "optional", "catch")
			.describedAs(
					"Runs the recipe in brackets on the text. If the recipe refuses it, the text is left unchanged.")
			.example("try(base64-decode)", "not base64!", "not base64!")
			.trying();
	}

}
