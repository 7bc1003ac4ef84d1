package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;

import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * Transforms of characters, words and quotation marks.
 */
class TextTransforms implements TransformLibrary {

	private static final int MAX_CHARACTERS = 1_000_000;

	@Override
	public List<Transform> transforms() {
		return List.of(reverse(), reverseWords(), replace(), truncate(), take(), drop(), slugify(), smartQuotes(),
				asciiQuotes());
	}

	private static Transform reverse() {
		return Transform.named("reverse")
			.synonyms("rev", "strrev", "reverse-string", "backwards", "flip", "mirror")
			.describedAs("Reverses the order of the characters (grapheme clusters): a letter and its accents, "
					+ "the parts of an emoji, and a CRLF stay together.")
			.example("reverse", "poème 👨‍👩‍👧", "👨‍👩‍👧 emèop")
			.weighing(200)
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> Graphemes.reverse(text)));
	}

	private static Transform reverseWords() {
		return Transform.named("reverse-words")
			.describedAs("Reverses the order of the words, and of the white space between them, in each line.")
			.weighing(300)
			.example("reverse-words", "late is the moon\nhere\n", "moon the is late\nhere\n")
			.applyingWithin(Lines.mapping(TextTransforms::reverseWords));
	}

	private static Transform replace() {
		Parameter<String> from = Parameter.text("from", 1, 1000);
		Parameter<String> to = Parameter.text("to", 0, 1000, "");
		return Transform.named("replace")
			.synonyms("sed", "gsub", "substitute", "find-replace", "str-replace", "tr")
			.describedAs(
					"Replaces all occurrences of a text by another, from left to right and without overlaps. The search is "
							+ "case-sensitive and literal: there are no special characters.")
			.with(from, to)
			.example("replace=rose:thorn", "a rose is a rose", "a thorn is a thorn")
			.binding((arguments) -> {
				String literal = arguments.get(from);
				String replacement = arguments.get(to);
				return ByteOrderMark.keptBy((text, limit) -> Occurrences.of(literal, text).replace(replacement, limit));
			});
	}

	private static Transform truncate() {
		Parameter<Integer> length = Parameter.integer("length", 0, 1_000_000);
		Parameter<String> ellipsis = Parameter.text("ellipsis", 0, 100, "…");
		return Transform.named("truncate")
			.synonyms("limit", "ellipsize", "ellipsis", "abbreviate", "shorten")
			.describedAs(
					"Truncates the text to the given number of characters (grapheme clusters), including an ellipsis "
							+ "that marks the cut. An ellipsis longer than that is truncated too.")
			.with(length, ellipsis)
			.example("truncate=9", "here is my poem", "here is …")
			.binding((arguments) -> {
				int most = arguments.get(length);
				String end = arguments.get(ellipsis);
				return ByteOrderMark.keptBy((text, limit) -> truncate(text, most, end));
			});
	}

	private static Transform take() {
		Parameter<Integer> count = Parameter.integer("count", -MAX_CHARACTERS, MAX_CHARACTERS);
		return Transform.named("take")
			.synonyms("left", "first-characters", "substring", "slice")
			.describedAs("Keeps the first characters (grapheme clusters) of the text, or the last ones if the "
					+ "number is negative.")
			.with(count)
			.weighing(400)
			.example("take=-3", "late moon", "oon")
			.binding((arguments) -> {
				int most = arguments.get(count);
				return ByteOrderMark.keptBy((text, limit) -> {
					int index = index(text, most);
					return (most < 0) ? text.substring(index) : text.substring(0, index);
				});
			});
	}

	private static Transform drop() {
		Parameter<Integer> count = Parameter.integer("count", -MAX_CHARACTERS, MAX_CHARACTERS);
		return Transform.named("drop")
			.synonyms("skip", "drop-characters", "remove-first", "remove-last")
			.describedAs("Removes the first characters (grapheme clusters) of the text, or the last ones if the "
					+ "number is negative.")
			.with(count)
			.weighing(400)
			.example("drop=5", "late moon", "moon")
			.binding((arguments) -> {
				int most = arguments.get(count);
				return ByteOrderMark.keptBy((text, limit) -> {
					int index = index(text, most);
					return (most < 0) ? text.substring(0, index) : text.substring(index);
				});
			});
	}

	// forward, because backward takes quadratic time for long runs of flags
	private static int index(String text, int count) {
		return Graphemes.end(text, (count < 0) ? Math.max(0, Graphemes.count(text) + count) : count);
	}

	private static Transform slugify() {
		Parameter<String> separator = Parameter.text("separator", 0, 10, "-");
		Parameter<String> language = AsciiLanguage.parameter();
		Parameter<Integer> most = Parameter.integer("most", 0, MAX_CHARACTERS, 0);
		return Transform.named("slugify")
			.synonyms("slug", "parameterize", "urlize", "permalink", "url-friendly")
			.describedAs("Converts the text to a URL slug: lower-case Latin letters without accents, and digits. "
					+ "Apostrophes and letters without an ASCII form are removed; any other run of characters becomes a "
					+ "separator. A slug is cut after a word, to at most the given number of characters unless that is 0.")
			.with(separator, language, most)
			.weighing(600)
			.callCost(5000)
			.example("slugify", "Où est la Lune? It's late!", "ou-est-la-lune-its-late")
			.binding((arguments) -> new Slug(arguments.get(separator), AsciiLanguage.of(arguments.get(language)),
					arguments.get(most))::of);
	}

	private static Transform smartQuotes() {
		return Transform.named("smart-quotes")
			.synonyms("smartypants", "smarten", "curly-quotes", "educate-quotes", "typographer")
			.describedAs("Replaces straight quotation marks by English curly ones: opening marks at the start, "
					+ "after white space or an opening bracket, and before a quotation after a hyphen, dash, slash or "
					+ "emphasis; closing marks and apostrophes, as in '60s, 'tis and 'n', elsewhere.")
			.example("smart-quotes", "\"It's late,\" said the moon.", "“It’s late,” said the moon.")
			.weighing(150)
			.applyingWithin(SmartQuotes::curl);
	}

	private static Transform asciiQuotes() {
		return Transform.named("ascii-quotes")
			.synonyms("straight-quotes", "dumb-quotes", "straighten-quotes")
			.describedAs("Replaces curly and angle quotation marks by straight ones.")
			.example("ascii-quotes", "“It’s late,” said the moon.", "\"It's late,\" said the moon.")
			.applying(Quotes::straighten);
	}

	private static String reverseWords(String line) {
		List<String> parts = new ArrayList<>();
		int start = 0;
		for (int i = 1; i <= line.length(); i++) {
			if (i == line.length() || WhiteSpace.is(line.charAt(i)) != WhiteSpace.is(line.charAt(i - 1))) {
				parts.add(line.substring(start, i));
				start = i;
			}
		}
		return String.join("", parts.reversed());
	}

	private static String truncate(String text, int length, String ellipsis) {
		if (Graphemes.end(text, length) == text.length()) {
			return text;
		}
		String end = ellipsis.substring(0, Graphemes.end(ellipsis, length));
		return text.substring(0, Graphemes.end(text, length - Graphemes.count(end))) + end;
	}

}
