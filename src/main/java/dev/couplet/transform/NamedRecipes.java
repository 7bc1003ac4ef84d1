package dev.couplet.transform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Makes transforms of recipes that have a name of their own. They may use each other, in
 * any order, but not in a circle.
 */
public final class NamedRecipes {

	private final Map<String, String> recipes;

	private final SizeLimit limit;

	private final Set<String> beingAdded = new LinkedHashSet<>();

	private Catalogue catalogue;

	private NamedRecipes(Catalogue catalogue, Map<String, String> recipes, SizeLimit limit) {
		this.catalogue = catalogue;
		this.recipes = recipes;
		this.limit = limit;
	}

	/**
	 * Adds named recipes to a catalogue.
	 * @param catalogue the transforms that there are
	 * @param recipes recipes by name
	 * @param limit what the result of an example may come to
	 * @return a catalogue with the recipes in it
	 * @throws NamedRecipeException where a recipe cannot be a transform
	 */
	public static Catalogue addTo(Catalogue catalogue, Map<String, String> recipes, SizeLimit limit) {
		NamedRecipes named = new NamedRecipes(catalogue, recipes, limit);
		recipes.keySet().forEach(named::requireFreeName);
		recipes.keySet().forEach(named::add);
		return named.catalogue;
	}

	private void requireFreeName(String name) {
		if (!Recipe.isName(name)) {
			throw new NamedRecipeException(name,
					"A name is made of lower-case letters, digits and single hyphens, beginning with a letter");
		}
		if (this.catalogue.find(name) != null) {
			throw new NamedRecipeException(name, "There is a transform of that name already");
		}
	}

	private void add(String name) {
		if (this.catalogue.find(name) != null) {
			return;
		}
		if (!this.beingAdded.add(name)) {
			throw new NamedRecipeException(name,
					"The recipe uses itself: " + String.join(" -> ", this.beingAdded) + " -> " + name);
		}
		try {
			Recipe recipe = Recipe.parse(this.recipes.getOrDefault(name, ""));
			recipe.steps().stream().map(Recipe.Step::name).filter(this.recipes::containsKey).forEach(this::add);
			this.catalogue = this.catalogue.with(transform(name, recipe));
		}
		catch (TransformException ex) {
			throw new NamedRecipeException(name, "The recipe does not work: " + ex.getMessage());
		}
		this.beingAdded.remove(name);
	}

	private Transform transform(String name, Recipe recipe) {
		CompiledRecipe compiled = this.catalogue.compile(recipe);
		if (compiled.steps().size() > Recipe.MOST_STEPS) {
			// or a few recipes that use each other would make a request of millions of
			// steps
			throw new NamedRecipeException(name,
					"With the recipes that it uses, a recipe has at most " + Recipe.MOST_STEPS + " steps");
		}
		return new Transform(name, "The recipe " + this.recipes.get(name), List.of(), example(name, recipe, compiled),
				Weight.DEFAULT, (arguments) -> compiled);
	}

	private @Nullable Example example(String name, Recipe recipe, CompiledRecipe compiled) {
		Example first = this.catalogue.get(recipe.steps().getFirst().name()).example();
		if (first == null) {
			return null;
		}
		try {
			return new Example(name, first.text(), compiled.apply(first.text(), this.limit));
		}
		catch (TransformException ex) {
			// the first step's text is only a guess at one that the whole recipe takes
			return null;
		}
	}

}
