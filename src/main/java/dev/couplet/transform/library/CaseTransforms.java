package dev.couplet.transform.library;

import java.util.List;
import java.util.stream.Collectors;

import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * Upper and lower case, in no particular language.
 */
class CaseTransforms implements TransformLibrary {

	// nanoseconds for a character of ASCII, eight of which are done at a time
	private static final int FAST = 5;

	@Override
	public List<Transform> transforms() {
		return List.of(
				Transform.named("cummingsify")
					.describedAs("Lower case, as the poet E. E. Cummings liked it; in no particular language.")
					.example("cummingsify", "HERE IS MY POEM", "here is my poem")
					.weighing(100, FAST)
					.applying(Words::lower),

				Transform.named("lower-case")
					.describedAs("Lower case, in no particular language: the same as cummingsify, by its plain name.")
					.example("lower-case", "Roses ARE Red", "roses are red")
					.weighing(100, FAST)
					.applying(Words::lower),

				Transform.named("upper-case")
					.describedAs("Upper case, in no particular language; one letter may become two.")
					.example("upper-case", "Die Straße ist still", "DIE STRASSE IST STILL")
					.weighing(100, FAST)
					.applying(Words::upper),

				Transform.named("title-case")
					.describedAs("The first letter of every word in title case, the others in lower case. "
							+ "An apostrophe between letters does not end a word.")
					.example("title-case", "the night's LAST train", "The Night's Last Train")
					.applying(Words::capitalizeAll),

				Transform.named("swap-case")
					.describedAs("Upper case for lower case and the other way round, character by character; "
							+ "a letter whose other case is two letters stays.")
					.example("swap-case", "Here Is My Poem", "hERE iS mY pOEM")
					.applying(CaseTransforms::swap),

				Transform.named("camel-case")
					.describedAs("The words of the whole text as one name: all in lower case, joined, "
							+ "with a capital from the second on. " + Words.RULE)
					.weighing(300)
					.example("camel-case", "the last train home", "theLastTrainHome")
					.applying(CaseTransforms::camel),

				Transform.named("snake-case")
					.describedAs("The words of the whole text as one name: in lower case, joined by low lines. "
							+ Words.RULE)
					.weighing(200)
					.example("snake-case", "theLast train, home!", "the_last_train_home")
					.applying((text) -> joined(text, "_")),

				Transform.named("kebab-case")
					.describedAs(
							"The words of the whole text as one name: in lower case, joined by hyphens. " + Words.RULE)
					.weighing(200)
					.example("kebab-case", "theLast train, home!", "the-last-train-home")
					.applying((text) -> joined(text, "-")));
	}

	private static String swap(String text) {
		StringBuilder result = new StringBuilder(text.length());
		text.codePoints().map(CaseTransforms::swap).forEach(result::appendCodePoint);
		return result.toString();
	}

	private static int swap(int character) {
		if (Words.isUpper(character)) {
			return Character.toLowerCase(character);
		}
		return Character.isLowerCase(character) ? Character.toUpperCase(character) : character;
	}

	private static String camel(String text) {
		StringBuilder result = new StringBuilder(text.length());
		for (String word : Words.split(text)) {
			result.append(result.isEmpty() ? Words.lower(word) : Words.capitalize(word));
		}
		return result.toString();
	}

	private static String joined(String text, String separator) {
		return Words.split(text).stream().map(Words::lower).collect(Collectors.joining(separator));
	}

}
