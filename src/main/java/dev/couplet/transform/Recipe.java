package dev.couplet.transform;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

	// possessive quantifiers, so that no input causes backtracking
	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+");

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
		return NAME.matcher(name).matches();
	}

	/**
	 * Returns how much of a string is the name of a transform.
	 * @param name any string
	 * @return the index of the first UTF-16 code unit that cannot be part of the name, or
	 * the length of the string
	 */
	static int nameLength(String name) {
		Matcher start = NAME.matcher(name);
		return start.lookingAt() ? start.end() : 0;
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
