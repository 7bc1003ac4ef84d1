package dev.couplet.transform.library;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import dev.couplet.transform.Arguments;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformBuilder;
import dev.couplet.transform.TransformFunction;
import dev.couplet.transform.TransformLibrary;

/**
 * Upper and lower case, and names that are joined from words.
 */
class CaseTransforms implements TransformLibrary {

	// nanoseconds per ASCII character, with eight converted at a time
	private static final int ASCII_WEIGHT = 5;

	private static final int LOCALE_WEIGHT = 100;

	@Override
	public List<Transform> transforms() {
		return List.of(cummingsify(), lowerCase(), upperCase(), titleCase(), sentenceCase(), swapCase(),
				alternatingCase(), camelCase(), pascalCase(), snakeCase(), constantCase(), kebabCase(), dotCase(),
				pathCase());
	}

	private static Transform cummingsify() {
		return Transform.named("cummingsify")
			.describedAs(
					"Converts the text to lower case, as the poet E. E. Cummings liked it. Independent of language.")
			.example("cummingsify", "HERE IS MY POEM", "here is my poem")
			.weighing(100, ASCII_WEIGHT)
			.applying(Words::lower);
	}

	private static Transform lowerCase() {
		return Transform.named("lower-case")
			.synonyms("to-lower-case", "to-lower", "lower", "downcase", "lcase", "lc", "change-case", "small-letters")
			.describedAs("Converts the text to lower case, independent of language (as cummingsify) or "
					+ "with the rules of the given one, such as tr, az or lt (BCP 47).")
			.with(CaseLocale.PARAMETER)
			.example("lower-case", "Roses ARE Red", "roses are red")
			.weighing(100, ASCII_WEIGHT)
			.binding((arguments) -> function(arguments, Words::lower, Words::lower));
	}

	private static Transform upperCase() {
		return Transform.named("upper-case")
			.synonyms("to-upper-case", "to-upper", "upper", "caps", "all-caps", "upcase", "ucase", "uc", "change-case",
					"capital-letters")
			.describedAs("Converts the text to upper case, independent of language or with the rules of the "
					+ "given one, such as tr, az or el (BCP 47). One letter may become two.")
			.with(CaseLocale.PARAMETER)
			.example("upper-case", "Die Straße ist still", "DIE STRASSE IST STILL")
			.weighing(100, ASCII_WEIGHT)
			.binding((arguments) -> function(arguments, Words::upper, Words::upper));
	}

	private static TransformFunction<String, String> function(Arguments arguments, UnaryOperator<String> root,
			BiFunction<Locale, String, String> mapping) {
		Locale locale = CaseLocale.of(arguments.get(CaseLocale.PARAMETER));
		if (locale.equals(Locale.ROOT)) {
			return (text, limit) -> root.apply(text);
		}
		return new LocaleFunction(locale, mapping);
	}

	private static Transform titleCase() {
		Parameter<String> style = Parameter.choice("style", "plain", "ap", "chicago");
		return Transform.named("title-case")
			.synonyms("to-title-case", "capitalize", "capitalise", "capital-case", "ucwords", "titleize", "change-case")
			.describedAs("Converts the first letter of each word to title case and the others to lower case. "
					+ "In the styles of AP and Chicago, articles, conjunctions and short prepositions stay in lower case, "
					+ "also after a hyphen, unless they are the first or last word of a line or follow a colon or "
					+ "the end of a sentence. " + Words.RULE)
			.with(style)
			.weighing(300)
			.example("title-case", "the night's LAST train", "The Night's Last Train")
			.binding((arguments) -> {
				TitleStyle chosen = TitleStyle.of(arguments.get(style));
				return (text, limit) -> chosen.capitalize(text);
			});
	}

	private static Transform sentenceCase() {
		return Transform.named("sentence-case")
			.synonyms("to-sentence-case", "capitalize-sentences", "ucfirst", "capitalize-first")
			.describedAs("Converts the first letter of each sentence to title case and all others to lower case, also "
					+ "those of names. A sentence ends with a full stop, question or exclamation mark and white space, "
					+ "or with a blank line.")
			.weighing(200)
			.example("sentence-case", "THE MOON IS LATE. and so am i!", "The moon is late. And so am i!")
			.applying(CasePatterns::sentences);
	}

	private static Transform swapCase() {
		return Transform.named("swap-case")
			.synonyms("invert-case", "toggle-case")
			.describedAs("Swaps upper and lower case, character by character. "
					+ "A letter whose other case has two letters is left unchanged.")
			.example("swap-case", "Here Is My Poem", "hERE iS mY pOEM")
			.applying(CasePatterns::swap);
	}

	private static Transform alternatingCase() {
		return Transform.named("alternating-case")
			.synonyms("mocking-case", "sponge-case", "spongebob-case", "sticky-caps", "studly-caps")
			.describedAs("Converts letters to lower and upper case in turn, and the first to lower case. "
					+ "A letter whose other case has two letters is left unchanged.")
			.example("alternating-case", "here is my poem", "hErE iS mY pOeM")
			.applying(CasePatterns::alternate);
	}

	private static Transform camelCase() {
		return name("camel-case",
				"in lower case with a capital at the start of each word but the first. "
						+ "An underscore separates words where no capital does, such as two numbers or single letters.")
			.synonyms("to-camel-case", "camelize", "camel", "lower-camel-case")
			.example("camel-case", "the last train home", "theLastTrainHome")
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> NameWords.camel(text)));
	}

	private static Transform pascalCase() {
		return name("pascal-case",
				"in lower case with a capital at the start of each word. "
						+ "An underscore separates words where no capital does, as in camel-case.")
			.synonyms("to-pascal-case", "upper-camel-case", "classify", "pascalize")
			.example("pascal-case", "the last train home", "TheLastTrainHome")
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> NameWords.pascal(text)));
	}

	private static Transform snakeCase() {
		return name("snake-case", "in lower case, with underscores between them.")
			.synonyms("to-snake-case", "underscore", "snake")
			.example("snake-case", "theLast train, home!", "the_last_train_home")
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> NameWords.lower(text, "_")));
	}

	private static Transform constantCase() {
		return name("constant-case", "in upper case, with underscores between them.")
			.synonyms("screaming-snake-case", "upper-snake-case", "macro-case", "to-constant-case")
			.example("constant-case", "theLast train, home!", "THE_LAST_TRAIN_HOME")
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> NameWords.constant(text)));
	}

	private static Transform kebabCase() {
		return name("kebab-case", "in lower case, with hyphens between them.")
			.synonyms("to-kebab-case", "dasherize", "hyphenate", "dash-case", "param-case", "kebab")
			.example("kebab-case", "theLast train, home!", "the-last-train-home")
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> NameWords.lower(text, "-")));
	}

	private static Transform dotCase() {
		return name("dot-case", "in lower case, with full stops between them.").synonyms("to-dot-case", "period-case")
			.example("dot-case", "theLast train, home!", "the.last.train.home")
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> NameWords.lower(text, ".")));
	}

	private static Transform pathCase() {
		return name("path-case", "in lower case, with slashes between them.").synonyms("to-path-case", "slash-case")
			.example("path-case", "theLast train, home!", "the/last/train/home")
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> NameWords.lower(text, "/")));
	}

	private static TransformBuilder<String, String> name(String name, String form) {
		return Transform.named(name)
			.describedAs("Joins the words of the text into one name, %s %s".formatted(form, NameWords.RULE))
			.weighing(300);
	}

	/**
	 * Has no shortcut for ASCII, because an I is not the capital of an i in every
	 * language.
	 *
	 * @param locale the language
	 * @param mapping the mapping
	 */
	private record LocaleFunction(Locale locale,
			BiFunction<Locale, String, String> mapping) implements TransformFunction<String, String> {

		@Override
		public String apply(String text, SizeLimit limit) {
			return this.mapping.apply(this.locale, text);
		}

		@Override
		public int weight() {
			return LOCALE_WEIGHT;
		}

	}

}
