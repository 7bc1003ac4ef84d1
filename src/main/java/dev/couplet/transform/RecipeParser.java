package dev.couplet.transform;

import java.util.ArrayList;
import java.util.List;

/**
 * Parses the text form of a recipe. See {@link Recipe} for the grammar.
 */
final class RecipeParser {

	private static final String AFTER_NAME = "=(),";

	private static final String AFTER_ARGUMENT = ":(),=.";

	private final String recipe;

	private int index;

	private int steps;

	private RecipeParser(String recipe) {
		this.recipe = recipe;
	}

	/**
	 * Parses a recipe.
	 * @param recipe the recipe in its text form
	 * @return the recipe; its transforms need not exist
	 * @throws MalformedRecipeException if it does not follow the grammar or exceeds a
	 * limit
	 */
	static Recipe parse(String recipe) {
		if (recipe.codePointCount(0, recipe.length()) > Recipe.MAX_LENGTH) {
			throw new MalformedRecipeException("a recipe has at most %s characters, and this one has %s"
				.formatted(Recipe.MAX_LENGTH, recipe.codePointCount(0, recipe.length())));
		}
		return new RecipeParser(recipe).parse();
	}

	private Recipe parse() {
		Recipe parsed = parseSteps("", 0, false);
		if (this.index < this.recipe.length()) {
			throw new MalformedRecipeException(
					"the closing bracket at " + place() + " has no opening one; in an argument, it is written %29");
		}
		return parsed;
	}

	private Recipe parseSteps(String prefix, int level, boolean inArgument) {
		List<Recipe.Step> parsed = new ArrayList<>();
		do {
			String hint = SeparatorHint.of(parsed.isEmpty() ? null : parsed.getLast(), inArgument);
			parsed.add(parseStep(prefix + (parsed.size() + 1), level, hint));
		}
		while (take(','));
		return new Recipe(parsed);
	}

	private Recipe.Step parseStep(String number, int level, String hint) {
		this.steps++;
		if (this.steps > Recipe.MAX_STEPS) {
			throw new MalformedRecipeException("a recipe has at most %s steps, those in brackets included; see %s"
				.formatted(Recipe.MAX_STEPS, place()));
		}
		int start = this.index;
		String name = takeUntil(AFTER_NAME);
		if (!Recipe.isName(name)) {
			throw MalformedRecipeException.ofName(number, name, place(start + Recipe.nameLength(name)), hint);
		}
		List<String> arguments = take('=') ? parseArguments() : List.of();
		Recipe brackets = take('(') ? parseBrackets(number, level + 1, !arguments.isEmpty()) : null;
		if (brackets != null && this.index < this.recipe.length() && ",)".indexOf(this.recipe.charAt(this.index)) < 0) {
			throw new MalformedRecipeException("a step ends with its bracket, so ',' is expected at " + place()
					+ "; in an argument, a bracket is written %28 or %29");
		}
		if (this.index < this.recipe.length() && ",)".indexOf(this.recipe.charAt(this.index)) < 0) {
			char unit = this.recipe.charAt(this.index);
			throw new MalformedRecipeException("the '%c' at %s is in an argument, where it is written %%%02X"
				.formatted(unit, place(), (int) unit));
		}
		return new Recipe.Step(name, arguments, brackets);
	}

	private List<String> parseArguments() {
		List<String> arguments = new ArrayList<>();
		do {
			int start = this.index;
			takeUntil(AFTER_ARGUMENT);
			arguments.add(PercentEncoding.decode(this.recipe, start, this.index));
		}
		while (take(':'));
		return arguments;
	}

	private Recipe parseBrackets(String number, int level, boolean inArgument) {
		int start = this.index;
		if (take(')')) {
			throw new MalformedRecipeException("the brackets at " + place(start - 1)
					+ " are empty; remove them, or put a recipe into them, as in each-line(trim)");
		}
		if (level > Recipe.MAX_LEVELS) {
			throw new MalformedRecipeException(
					"a recipe has at most %s levels of brackets; see %s".formatted(Recipe.MAX_LEVELS, place()));
		}
		Recipe brackets = parseSteps(number + ".", level, inArgument);
		if (!take(')')) {
			this.index = start - 1;
			throw new MalformedRecipeException(
					"the bracket at " + place() + " is not closed; in an argument, it is written %28");
		}
		return brackets;
	}

	private boolean take(char wanted) {
		boolean found = this.index < this.recipe.length() && this.recipe.charAt(this.index) == wanted;
		this.index += found ? 1 : 0;
		return found;
	}

	private String takeUntil(String ends) {
		int start = this.index;
		while (this.index < this.recipe.length() && ends.indexOf(this.recipe.charAt(this.index)) < 0) {
			this.index++;
		}
		return this.recipe.substring(start, this.index);
	}

	private String place() {
		return place(this.index);
	}

	private String place(int at) {
		return "character " + (this.recipe.codePointCount(0, at) + 1);
	}

}
