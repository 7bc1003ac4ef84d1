package dev.couplet.transform.library;

import java.util.List;
import java.util.stream.Collectors;

import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * Upper and lower case, independent of language.
 */
class CaseTransforms implements TransformLibrary {

	// nanoseconds per ASCII character, with eight converted at a time
	private static final int ASCII_WEIGHT = 5;

	@Override
	public List<Transform> transforms() {
		return List.of(Transform.named("cummingsify")
			.describedAs(
					"Converts the text to lower case, as the poet E. E. Cummings liked it. Independent of language.")
			.example("cummingsify", "HERE IS MY POEM", "here is my poem")
			.weighing(100, ASCII_WEIGHT)
			.applying(Words::lower),

				Transform.named("lower-case")
					.synonyms("to-lower-case", "to-lower", "lower", "downcase", "lcase", "lc")
					.describedAs("Converts the text to lower case, independent of language. The same as cummingsify.")
					.example("lower-case", "Roses ARE Red", "roses are red")
					.weighing(100, ASCII_WEIGHT)
					.applying(Words::lower),

				Transform.named("upper-case")
					.synonyms("to-upper-case", "to-upper", "upper", "upcase", "ucase", "uc")
					.describedAs("Converts the text to upper case, independent of language. One letter may become two.")
					.example("upper-case", "Die Straße ist still", "DIE STRASSE IST STILL")
					.weighing(100, ASCII_WEIGHT)
					.applying(Words::upper),

				Transform.named("title-case")
					.synonyms("to-title-case", "capitalize", "capitalise", "capital-case", "ucwords", "titleize")
					.describedAs("Converts the first letter of each word to title case and the others to lower case. "
							+ "An apostrophe between letters does not end a word.")
					.example("title-case", "the night's LAST train", "The Night's Last Train")
					.applying(Words::capitalizeAll),

				Transform.named("swap-case")
					.synonyms("invert-case", "toggle-case")
					.describedAs("Swaps upper and lower case, character by character. "
							+ "A letter whose other case has two letters is left unchanged.")
					.example("swap-case", "Here Is My Poem", "hERE iS mY pOEM")
					.applying(CaseTransforms::swap),

				Transform.named("camel-case")
					.synonyms("to-camel-case", "camelize", "camel")
					.describedAs("Joins the words of the text into one name, in lower case "
							+ "with a capital at the start of each word but the first. " + Words.RULE)
					.weighing(300)
					.example("camel-case", "the last train home", "theLastTrainHome")
					.applying(CaseTransforms::camel),

				Transform.named("snake-case")
					.synonyms("to-snake-case", "underscore", "snake")
					.describedAs(
							"Joins the words of the text into one name, in lower case, with underscores between them. "
									+ Words.RULE)
					.weighing(200)
					.example("snake-case", "theLast train, home!", "the_last_train_home")
					.applying((text) -> join(text, "_")),

				Transform.named("kebab-case")
					.synonyms("to-kebab-case", "dasherize", "hyphenate", "dash-case", "kebab")
					.describedAs("Joins the words of the text into one name, in lower case, with hyphens between them. "
							+ Words.RULE)
					.weighing(200)
					.example("kebab-case", "theLast train, home!", "the-last-train-home")
					.applying((text) -> join(text, "-")));
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

	private static String join(String text, String separator) {
		return Words.split(text).stream().map(Words::lower).collect(Collectors.joining(separator));
	}

}
