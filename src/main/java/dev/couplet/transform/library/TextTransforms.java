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

	private static final int ALPHABET = 26;

	@Override
	public List<Transform> transforms() {
		return List.of(reverse(), reverseWords(), replace(), truncate(), rot13(), slugify(), smartQuotes(),
				asciiQuotes());
	}

	private static Transform reverse() {
		return Transform.named("reverse")
			.synonyms("rev", "strrev", "reverse-string")
			.describedAs("Reverses the order of the characters (grapheme clusters): a letter and its accents, "
					+ "the parts of an emoji, and a CRLF stay together.")
			.example("reverse", "poème 👨‍👩‍👧", "👨‍👩‍👧 emèop")
			.applying(Graphemes::reverse);
	}

	private static Transform reverseWords() {
		return Transform.named("reverse-words")
			.describedAs("Reverses the order of the words, and of the white space between them, in each line.")
			.weighing(300)
			.example("reverse-words", "late is the moon\nhere\n", "moon the is late\nhere\n")
			.applyingWithin((text, limit) -> {
				Lines lines = Lines.of(text);
				return lines.with(lines.lines().stream().map(TextTransforms::reverseWords).toList()).join(limit);
			});
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
				return (text, limit) -> Occurrences.of(literal, text).replace(replacement, limit);
			});
	}

	private static Transform truncate() {
		Parameter<Integer> length = Parameter.integer("length", 0, 1_000_000);
		Parameter<String> ellipsis = Parameter.text("ellipsis", 0, 100, "…");
		return Transform.named("truncate")
			.synonyms("cut", "limit", "ellipsize", "ellipsis", "abbreviate", "shorten")
			.describedAs(
					"Truncates the text to the given number of characters (grapheme clusters), including an ellipsis "
							+ "that marks the cut. An ellipsis longer than that is truncated too.")
			.with(length, ellipsis)
			.example("truncate=9", "here is my poem", "here is …")
			.binding((arguments) -> {
				int most = arguments.get(length);
				String end = arguments.get(ellipsis);
				return (text, limit) -> truncate(text, most, end);
			});
	}

	private static Transform rot13() {
		return Transform.named("rot13")
			.synonyms("caesar", "rot")
			.describedAs(
					"Rotates the 26 ASCII letters by 13 places. Other characters are left unchanged. Applied twice, it restores the text.")
			.example("rot13", "Here is my poem", "Urer vf zl cbrz")
			.applying(TextTransforms::rot13);
	}

	private static Transform slugify() {
		return Transform.named("slugify")
			.synonyms("slug", "parameterize", "urlize", "permalink")
			.describedAs("Converts the text to a URL slug: lower-case Latin letters without accents, and digits. "
					+ "Apostrophes are removed; any other run of characters becomes a hyphen.")
			.weighing(600)
			.callCost(5000)
			.example("slugify", "Où est la Lune? It's late!", "ou-est-la-lune-its-late")
			.applyingWithin(Slug::of);
	}

	private static Transform smartQuotes() {
		return Transform.named("smart-quotes")
			.synonyms("smartypants", "smarten", "curly-quotes", "educate-quotes", "typographer")
			.describedAs("Replaces straight quotation marks by English curly ones: opening marks at the start, "
					+ "after white space, an opening bracket or a dash, and closing marks elsewhere.")
			.example("smart-quotes", "\"It's late,\" said the moon.", "“It’s late,” said the moon.")
			.applyingWithin(Quotes::curl);
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

	private static String rot13(String text) {
		StringBuilder result = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char unit = text.charAt(i);
			if (unit >= 'a' && unit <= 'z') {
				result.append(rotate(unit, 'a'));
			}
			else {
				result.append((unit >= 'A' && unit <= 'Z') ? rotate(unit, 'A') : unit);
			}
		}
		return result.toString();
	}

	private static char rotate(char letter, char first) {
		return (char) (first + (letter - first + ALPHABET / 2) % ALPHABET);
	}

}
