package dev.couplet.transform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Defines named recipes as transforms. They can use each other in any order, but not
 * recursively.
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
	 * @param catalogue the existing transforms
	 * @param recipes recipes by name
	 * @param limit the maximum size of an example's result
	 * @return a catalogue that also contains the recipes
	 * @throws NamedRecipeException if a recipe cannot be defined
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
					"A name consists of lower-case letters, digits and single hyphens, and starts with a letter");
		}
		if (this.catalogue.find(name) != null) {
			throw new NamedRecipeException(name, "A transform with this name already exists");
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
			names(recipe).filter(this.recipes::containsKey).forEach(this::add);
			this.catalogue = this.catalogue.with(transform(name, recipe));
		}
		catch (TransformException ex) {
			throw new NamedRecipeException(name, "The recipe is invalid: " + ex.getMessage());
		}
		this.beingAdded.remove(name);
	}

	private Transform transform(String name, Recipe recipe) {
		CompiledRecipe compiled = this.catalogue.compile(recipe);
		if (compiled.size() > Recipe.MAX_STEPS) {
			// otherwise a few recipes that use each other could expand to millions of
			// steps
			throw new NamedRecipeException(name,
					"A recipe, including the recipes that it uses, has at most " + Recipe.MAX_STEPS + " steps");
		}
		return new Transform(name, "The recipe " + this.recipes.get(name), List.of(), List.of(),
				example(name, recipe, compiled), Weight.DEFAULT, compiled.takes(), compiled.gives(), false,
				(transform, arguments, brackets) -> steps(transform, arguments, brackets, compiled))
			.inCategory("recipes");
	}

	private static Stream<String> names(Recipe recipe) {
		return recipe.steps().stream().flatMap((step) -> {
			Recipe brackets = step.brackets();
			return (brackets != null) ? Stream.concat(Stream.of(step.name()), names(brackets)) : Stream.of(step.name());
		});
	}

	private static Stream<CompiledStep> steps(Transform transform, List<String> arguments,
			@Nullable CompiledRecipe brackets, CompiledRecipe compiled) {
		if (!arguments.isEmpty() || brackets != null) {
			throw new BadArgumentException("'%s' is a named recipe, which takes no arguments and no brackets"
				.formatted(TransformException.shown(transform.name())));
		}
		return compiled.steps().stream();
	}

	private @Nullable Example example(String name, Recipe recipe, CompiledRecipe compiled) {
		Example first = this.catalogue.get(recipe.steps().getFirst().name()).example();
		if (first == null || compiled.waits()) {
			return null;
		}
		try {
			return new Example(name, first.text(), compiled.apply(Value.of(first.text()), this.limit).text());
		}
		catch (TransformException ex) {
			// the input of the first step's example need not be valid for the whole
			// recipe
			return null;
		}
	}

}
