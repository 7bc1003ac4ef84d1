package dev.couplet.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A parsed recipe: a sequence of transforms, applied from left to right, such as
 * {@code trim,wrap=60,cummingsify}.
 *
 * <pre>
 * recipe    = step *( "," step )
 * step      = name [ "=" argument *( ":" argument ) ]
 * name      = lower-case letters, digits and single hyphens, beginning with a letter
 * argument  = any characters but "," ":" "." "=" and "%", which are percent-encoded
 * </pre>
 *
 * A recipe has at most 16 steps and 1,000 characters.
 *
 * @param steps the steps, at least one
 */
public record Recipe(List<Step> steps) {

	/**
	 * The maximum number of steps.
	 */
	public static final int MAX_STEPS = 16;

	/**
	 * The maximum length in code points, percent-encoding included.
	 */
	public static final int MAX_LENGTH = 1000;

	// possessive quantifiers, so that no input causes backtracking
	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+");

	private static final String RESERVED_IN_ARGUMENTS = ".=";

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
		if (recipe.codePointCount(0, recipe.length()) > MAX_LENGTH) {
			throw new MalformedRecipeException("a recipe has at most " + MAX_LENGTH + " characters");
		}
		String[] steps = recipe.split(",", -1);
		if (steps.length > MAX_STEPS) {
			throw new MalformedRecipeException("a recipe has at most " + MAX_STEPS + " steps");
		}
		List<Step> parsed = new ArrayList<>(steps.length);
		for (String step : steps) {
			parsed.add(parseStep(step));
		}
		return new Recipe(parsed);
	}

	private static Step parseStep(String step) {
		int equals = step.indexOf('=');
		String name = (equals < 0) ? step : step.substring(0, equals);
		if (!isName(name)) {
			throw new MalformedRecipeException(
					name.isEmpty() ? "a step of the recipe has no name" : "a step of the recipe has a malformed name");
		}
		if (equals < 0) {
			return new Step(name, List.of());
		}
		List<String> arguments = new ArrayList<>();
		for (String argument : step.substring(equals + 1).split(":", -1)) {
			arguments.add(parseArgument(argument));
		}
		return new Step(name, arguments);
	}

	private static String parseArgument(String argument) {
		if (argument.chars().anyMatch((unit) -> RESERVED_IN_ARGUMENTS.indexOf(unit) >= 0)) {
			throw new MalformedRecipeException("in a recipe argument, ',' ':' '.' '=' and '%' must be percent-encoded");
		}
		return PercentEncoding.decode(argument);
	}

	static boolean isName(String name) {
		return NAME.matcher(name).matches();
	}

	/**
	 * A step of a recipe.
	 *
	 * @param name the transform's name
	 * @param arguments its arguments, percent-decoded
	 */
	public record Step(String name, List<String> arguments) {

		public Step {
			arguments = List.copyOf(arguments);
		}

	}

}
