package dev.couplet.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Transforms in a row, left to right, as written: {@code trim,wrap=60,cummingsify}.
 *
 * <pre>
 * recipe    = step *( "," step )
 * step      = name [ "=" argument *( ":" argument ) ]
 * name      = lower-case letters, digits and single hyphens, beginning with a letter
 * argument  = any characters but "," ":" "." "=" and "%", which are percent-encoded
 * </pre>
 *
 * At most 16 steps and 1,000 characters.
 *
 * @param steps the steps, at least one
 */
public record Recipe(List<Step> steps) {

	/**
	 * The most steps that a recipe may have.
	 */
	public static final int MOST_STEPS = 16;

	/**
	 * The most characters that a recipe may have, percent-encoding included.
	 */
	public static final int MOST_CHARACTERS = 1000;

	// possessive, so that a hostile name costs no backtracking
	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+");

	private static final String RESERVED_IN_ARGUMENTS = ".=";

	public Recipe {
		steps = List.copyOf(steps);
	}

	/**
	 * Reads a recipe.
	 * @param recipe a recipe as written
	 * @return its steps; whether they name transforms is not looked at
	 * @throws MalformedRecipeException where it does not follow the grammar
	 */
	public static Recipe parse(String recipe) {
		if (recipe.codePointCount(0, recipe.length()) > MOST_CHARACTERS) {
			throw new MalformedRecipeException("a recipe has at most " + MOST_CHARACTERS + " characters");
		}
		String[] steps = recipe.split(",", -1);
		if (steps.length > MOST_STEPS) {
			throw new MalformedRecipeException("a recipe has at most " + MOST_STEPS + " steps");
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
			throw new MalformedRecipeException(
					"in an argument of the recipe, ',' ':' '.' '=' and '%' are percent-encoded");
		}
		return PercentEncoding.decode(argument);
	}

	static boolean isName(String name) {
		return NAME.matcher(name).matches();
	}

	/**
	 * One transform of a recipe, by name.
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
