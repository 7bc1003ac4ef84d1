package dev.couplet.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A parsed recipe: a sequence of transforms, applied from left to right, such as
 * {@code trim,wrap=60,cummingsify}. A recipe in brackets is for a transform that runs it
 * on parts of a text: {@code each-line(trim,base64-decode)}.
 *
 * <pre>
 * recipe    = step *( "," step )
 * step      = name [ "=" argument *( ":" argument ) ] [ "(" recipe ")" ]
 * name      = lower-case letters, digits and single hyphens, beginning with a letter
 * argument  = any characters but "," ":" "." "=" "(" ")" and "%", which are percent-encoded
 * </pre>
 *
 * A recipe has at most 16 steps, those in brackets included, 3 levels of brackets, and
 * 1,000 characters.
 *
 * <p>
 * In Java, a recipe is written in its text form, or put together. The arguments are then
 * given as they are, and the text form has them percent-encoded:
 * {@snippet :
 * Recipe.parse("trim,each-field=2:%2C(replace=%2E:-)");
 *
 * Recipe.of("trim").then("each-field", "2", ",").withBrackets(Recipe.of("replace", ".", "-"));
 * }
 *
 * @param steps the steps, at least one
 */
public record Recipe(List<Step> steps) {

	/**
	 * The maximum number of steps, those in brackets included.
	 */
	public static final int MAX_STEPS = 16;

	/**
	 * The maximum number of levels of brackets.
	 */
	public static final int MAX_LEVELS = 3;

	/**
	 * The maximum length in code points, percent-encoding included.
	 */
	public static final int MAX_LENGTH = 1000;

	public Recipe {
		steps = List.copyOf(steps);
	}

	/**
	 * Parses a recipe.
	 * @param recipe the recipe in its text form
	 * @return the recipe; its transforms need not exist
	 * @throws MalformedRecipeException if it does not follow the grammar or exceeds a
	 * limit
	 */
	public static Recipe parse(String recipe) {
		return RecipeParser.parse(recipe);
	}

	/**
	 * Creates a recipe of one step.
	 * @param name the transform's name
	 * @param arguments its arguments, not percent-encoded, in the order of the
	 * transform's parameters
	 * @return the recipe; its transform need not exist
	 * @throws MalformedRecipeException if the name is not one, an argument is not
	 * well-formed Unicode, or the recipe exceeds a limit
	 */
	public static Recipe of(String name, String... arguments) {
		return withinLimits(List.of(step(1, name, arguments)));
	}

	/**
	 * Adds a step.
	 * @param name the transform's name
	 * @param arguments its arguments, not percent-encoded, in the order of the
	 * transform's parameters
	 * @return a recipe with this step after those of this recipe
	 * @throws MalformedRecipeException if the name is not one, an argument is not
	 * well-formed Unicode, or the recipe exceeds a limit
	 */
	public Recipe then(String name, String... arguments) {
		return then(new Recipe(List.of(step(this.steps.size() + 1, name, arguments))));
	}

	/**
	 * Adds the steps of another recipe.
	 * @param next the other recipe
	 * @return a recipe with those steps after the ones of this recipe
	 * @throws MalformedRecipeException if it exceeds a limit
	 */
	public Recipe then(Recipe next) {
		return withinLimits(Stream.concat(this.steps.stream(), next.steps.stream()).toList());
	}

	/**
	 * Puts a recipe into brackets after the last step.
	 * @param brackets the recipe for the last step to run on parts of a text
	 * @return a recipe whose last step has these brackets
	 * @throws MalformedRecipeException if the last step has brackets already, or the
	 * recipe exceeds a limit
	 */
	public Recipe withBrackets(Recipe brackets) {
		Step last = this.steps.getLast();
		if (last.brackets() != null) {
			throw new MalformedRecipeException(
					"step %s of the recipe has brackets already".formatted(this.steps.size()));
		}
		List<Step> changed = new ArrayList<>(this.steps);
		changed.set(changed.size() - 1, new Step(last.name(), last.arguments(), brackets));
		return withinLimits(changed);
	}

	private static Step step(int number, String name, String... arguments) {
		if (!isName(name)) {
			throw MalformedRecipeException.ofName(String.valueOf(number), name, "character " + (nameLength(name) + 1),
					"");
		}
		for (String argument : arguments) {
			int surrogate = Utf8.unpairedSurrogate(argument);
			if (surrogate > 0) {
				throw new MalformedRecipeException(
						"an argument of step %s of the recipe has an unpaired surrogate at character %s"
							.formatted(number, surrogate));
			}
		}
		return new Step(name, List.of(arguments), null);
	}

	// the parser has the limits, and then reads what this class writes
	private static Recipe withinLimits(List<Step> steps) {
		return parse(new Recipe(steps).text());
	}

	/**
	 * Returns the text form of the recipe. In an argument, all characters are
	 * percent-encoded that end it in some protocol or in a URL.
	 * @return a text that {@link #parse(String)} reads as this recipe, if it is not too
	 * long
	 */
	public String text() {
		return this.steps.stream().map(Step::text).collect(Collectors.joining(","));
	}

	/**
	 * Returns whether a string can be the name of a transform.
	 * @param name any string
	 * @return whether it consists of lower-case letters, digits and single hyphens, and
	 * starts with a letter
	 */
	public static boolean isName(String name) {
		return !name.isEmpty() && nameLength(name) == name.length();
	}

	/**
	 * Returns how much of a string is the name of a transform.
	 * @param name any string
	 * @return the index of the first UTF-16 code unit that cannot be part of the name, or
	 * the length of the string
	 */
	static int nameLength(String name) {
		int length = 0;
		for (int i = 0; i < name.length(); i++) {
			char unit = name.charAt(i);
			if (isLetter(unit) || (isDigit(unit) && i > 0)) {
				length = i + 1;
			}
			else if (unit != '-' || length < i || i == 0) {
				// also a hyphen at the start, or after another one
				return length;
			}
		}
		return length;
	}

	private static boolean isLetter(char unit) {
		return unit >= 'a' && unit <= 'z';
	}

	private static boolean isDigit(char unit) {
		return unit >= '0' && unit <= '9';
	}

	/**
	 * A step of a recipe.
	 *
	 * @param name the transform's name
	 * @param arguments its arguments, percent-decoded
	 * @param brackets the recipe in brackets, or null if there is none
	 */
	public record Step(String name, List<String> arguments, @Nullable Recipe brackets) {

		public Step {
			arguments = List.copyOf(arguments);
		}

		private String text() {
			String given = this.arguments.stream().map(PercentEncoding::encode).collect(Collectors.joining(":"));
			return this.name + (this.arguments.isEmpty() ? "" : "=" + given)
					+ ((this.brackets != null) ? "(" + this.brackets.text() + ")" : "");
		}

	}

}
