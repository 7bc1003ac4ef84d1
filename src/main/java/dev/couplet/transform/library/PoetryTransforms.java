package dev.couplet.transform.library;

import java.util.List;

import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * Word games.
 */
class PoetryTransforms implements TransformLibrary {

	@Override
	public List<Transform> transforms() {
		return List.of(acrostic(), lipogram(), pigLatin());
	}

	private static Transform acrostic() {
		return Transform.named("acrostic")
			.describedAs("Joins the first letter of each line, which reveals the word in an acrostic. "
					+ "Accents are kept. Lines without letters are skipped.")
			.example("acrostic", "Pale is the night,\nOver the hill,\nEverything waits,\nMoonlight stands still.",
					"POEM")
			.applying(PoetryTransforms::acrostic);
	}

	private static Transform lipogram() {
		Parameter<String> letter = Parameter.text("letter", 1, 1, "e");
		return Transform.named("lipogram")
			.describedAs("Removes all occurrences of one letter, in upper and lower case, with and without accents.")
			.with(letter)
			.example("lipogram", "Evening, été, here", "vning, t, hr")
			.binding((arguments) -> {
				int base = Letters.base(arguments.get(letter).codePointAt(0));
				return (text, limit) -> lipogram(text, base);
			});
	}

	private static Transform pigLatin() {
		return Transform.named("pig-latin")
			.describedAs(
					"Translates to Pig Latin: moves the leading consonants of a word to its end and appends \"ay\", or appends "
							+ "\"way\" if it starts with a vowel. Capitalization is kept. Words with digits "
							+ "or non-Latin letters are left unchanged.")
			.example("pig-latin", "Quiet my moon, it is LATE", "Ietquay ymay oonmay, itway isway ATELAY")
			.applyingWithin(PigLatin::of);
	}

	private static String acrostic(String text) {
		StringBuilder letters = new StringBuilder();
		boolean[] found = { false };
		Graphemes.forEach(text, (start, end) -> {
			if (text.charAt(end - 1) == '\n') {
				found[0] = false;
			}
			else if (!found[0] && Character.isLetter(text.codePointAt(start))) {
				letters.append(text, start, end);
				found[0] = true;
			}
		});
		return letters.toString();
	}

	private static String lipogram(String text, int base) {
		StringBuilder rest = new StringBuilder(text.length());
		Graphemes.forEach(text, (start, end) -> {
			if (Letters.base(text.codePointAt(start)) != base) {
				rest.append(text, start, end);
			}
		});
		return rest.toString();
	}

}
