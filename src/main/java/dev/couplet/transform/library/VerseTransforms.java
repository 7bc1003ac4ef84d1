package dev.couplet.transform.library;

import java.util.List;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;
import dev.couplet.transform.ValueRefusedException;

/**
 * How verse sounds: syllables and rhymes.
 */
class VerseTransforms implements TransformLibrary {

	private static final int WEIGHT = 1000;

	private static final List<Integer> HAIKU = List.of(5, 7, 5);

	@Override
	public List<Transform> transforms() {
		return List.of(syllables(), haiku(), rhymeScheme());
	}

	private static Transform syllables() {
		return Transform.named("syllables")
			.synonyms("count-syllables", "syllable-count", "scansion", "meter")
			.describedAs("Puts the number of syllables before each line that is not blank: by the CMU Pronouncing "
					+ "Dictionary, and by their spelling for words that are not in it. A kana with "
					+ "the small one after it, a Han character and a Hangul syllable count one each.")
			.weighing(WEIGHT)
			.example("syllables", "the moon is late\nover the water\n", "4  the moon is late\n5  over the water\n")
			.applyingWithin((text, limit) -> {
				Lines lines = Lines.of(text);
				return Margin.label(lines, lines.lines().stream().map(VerseTransforms::count).toList(), limit);
			});
	}

	private static Transform haiku() {
		return Transform.named("haiku")
			.synonyms("check-haiku", "is-haiku", "haiku-check")
			.describedAs("Returns a haiku unchanged: three lines, apart from blank ones, of 5, 7 and 5 syllables, as "
					+ "one of the usual pronunciations has them. Any other text is refused, with its numbers.")
			.weighing(WEIGHT)
			.example("haiku", "late moon on the sea\nthe night train carries no one\na light in the rain",
					"late moon on the sea\nthe night train carries no one\na light in the rain")
			.applyingWithin(VerseTransforms::haiku);
	}

	private static Transform rhymeScheme() {
		return Transform.named("rhyme-scheme")
			.synonyms("rhymes", "rhyme")
			.describedAs("Puts a letter before each line, the same for lines whose last words rhyme: by the CMU "
					+ "Pronouncing Dictionary, and by their spelling for words that are not in it.")
			.weighing(WEIGHT)
			.example("rhyme-scheme", "the moon is late\nI see no star\nthe tide will wait\nhow near you are\n",
					"A  the moon is late\nB  I see no star\nA  the tide will wait\nB  how near you are\n")
			.applyingWithin((text, limit) -> {
				Lines lines = Lines.of(text);
				return Margin.label(lines, RhymeScheme.of(lines.lines()), limit);
			});
	}

	private static String count(String line) {
		return WhiteSpace.isAll(line) ? "" : String.valueOf(Syllables.ofLine(line).usual());
	}

	private static String haiku(String text, SizeLimit limit) {
		Lines lines = Lines.of(text);
		long count = lines.all().stream().filter((line) -> !line.isBlank()).count();
		if (count != HAIKU.size()) {
			throw new ValueRefusedException("a haiku has 3 lines that are not blank, and the text has " + count
					+ "; it is written on three lines");
		}
		StringBuilder wrong = new StringBuilder();
		int found = 0;
		for (int i = 0; i < lines.count(); i++) {
			if (!lines.all().get(i).isBlank()) {
				Syllables syllables = Syllables.ofLine(lines.all().get(i).text());
				int wanted = HAIKU.get(found++);
				if (wanted < syllables.least() || wanted > syllables.most()) {
					wrong.append(wrong.isEmpty() ? "" : ", ")
						.append("line %s has %s and not %s".formatted(i + 1, syllables.usual(), wanted));
				}
			}
		}
		if (!wrong.isEmpty()) {
			throw new ValueRefusedException(
					"not a haiku, by the syllables: " + wrong + "; each-word(syllables) shows those of each word");
		}
		return text;
	}

}
