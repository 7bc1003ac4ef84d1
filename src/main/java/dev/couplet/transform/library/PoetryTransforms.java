package dev.couplet.transform.library;

import java.util.List;

import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * Games that poets play with letters.
 */
class PoetryTransforms implements TransformLibrary {

	@Override
	public List<Transform> transforms() {
		return List.of(acrostic(), lipogram(), pigLatin());
	}

	private static Transform acrostic() {
		return Transform.named("acrostic")
			.describedAs("The first letter of each line, joined: the word that an acrostic hides. "
					+ "A letter comes with its accents; a line without letters gives none.")
			.example("acrostic", "Pale is the night,\nOver the hill,\nEverything waits,\nMoonlight stands still.",
					"POEM")
			.applying(PoetryTransforms::acrostic);
	}

	private static Transform lipogram() {
		Parameter<String> letter = Parameter.text("letter", 1, 1, "e");
		return Transform.named("lipogram")
			.describedAs("Without one letter, in either case, with accents or without.")
			.with(letter)
			.example("lipogram", "Evening, été, here", "vning, t, hr")
			.binding((arguments) -> {
				int base = Letters.base(arguments.get(letter).codePointAt(0));
				return (text, limit) -> lipogram(text, base);
			});
	}

	private static Transform pigLatin() {
		return Transform.named("pig-latin")
			.describedAs("Igpay Atinlay: the consonants that a word begins with go to its end, with \"ay\"; a word "
					+ "that begins with a vowel gets \"way\". Capitals stay in place; words with digits "
					+ "or with letters that are not Latin stay as they are.")
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
