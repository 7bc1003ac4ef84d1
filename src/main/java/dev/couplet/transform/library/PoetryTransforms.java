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
		return List.of(acrostic(), lipogram(), pigLatin(), cutUp(), snowballSort());
	}

	private static Transform acrostic() {
		return Transform.named("acrostic")
			.describedAs("Joins the first letter of each line, which reveals the word in an acrostic. "
					+ "Accents are kept. Lines without letters are skipped.")
			.example("acrostic", "Pale is the night,\nOver the hill,\nEverything waits,\nMoonlight stands still.",
					"POEM")
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> acrostic(text)));
	}

	private static Transform lipogram() {
		Parameter<String> letter = Parameter.text("letter", 1, 1, "e");
		return Transform.named("lipogram")
			.describedAs("Removes all occurrences of one letter, in upper and lower case, with and without accents.")
			.with(letter)
			.example("lipogram", "Evening, été, here", "vning, t, hr")
			.binding((arguments) -> {
				int base = Letters.base(arguments.get(letter).codePointAt(0));
				return ByteOrderMark.keptBy((text, limit) -> lipogram(text, base));
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

	private static Transform cutUp() {
		Parameter<Integer> seed = Parameter.integer("seed", 0, Integer.MAX_VALUE);
		return Transform.named("cut-up")
			.synonyms("shuffle-words", "dada", "tzara", "randomize-words")
			.describedAs("Cuts the text into its words and draws them from a bag, as Tristan Tzara makes a Dadaist "
					+ "poem. The order depends only on the seed and the number of words; the white space stays.")
			.with(seed)
			.example("cut-up=7", "the moon is late,\nthe tide is low\n", "the is is moon\nthe late, low tide\n")
			.binding((arguments) -> {
				int start = arguments.get(seed);
				return ByteOrderMark.keptBy((text, limit) -> CutUp.of(text, start));
			});
	}

	private static Transform snowballSort() {
		return Transform.named("snowball-sort")
			.synonyms("sort-words", "snowball", "sort-words-by-length")
			.describedAs("Sorts the words by their number of letters and digits, and writes each on a line, "
					+ "like a snowball poem of the Oulipo. Words as long as each other stay in their order.")
			.example("snowball-sort", "Over the sea, I see no moonlight", "I\nno\nthe\nsea\nsee\nOver\nmoonlight")
			.applyingWithin(Snowball::of);
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
