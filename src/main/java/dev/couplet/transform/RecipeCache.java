package dev.couplet.transform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Compiles recipes and caches them, because callers tend to use the same few.
 */
final class RecipeCache {

	/**
	 * The maximum weight of all cached recipes: their number, and more for brackets. If
	 * all were of the maximum length, the cache would take a few megabytes.
	 */
	private static final int MAX_WEIGHT = 1000;

	/**
	 * A step with brackets counts as several recipes, because of the pattern that it may
	 * have.
	 */
	private static final int WEIGHT_OF_BRACKETS = 10;

	private final Catalogue catalogue;

	private final AtomicInteger weight = new AtomicInteger();

	private final Map<String, CompiledRecipe> recipes = new ConcurrentHashMap<>();

	RecipeCache(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	/**
	 * Returns a recipe from the cache, or compiles it.
	 * @param recipe the recipe in its text form
	 * @return the compiled recipe
	 * @throws TransformException if the recipe is invalid
	 */
	CompiledRecipe get(String recipe) {
		CompiledRecipe known = this.recipes.get(recipe);
		return (known != null) ? known : compile(recipe);
	}

	private CompiledRecipe compile(String recipe) {
		CompiledRecipe result = this.catalogue.compile(recipe);
		if (!result.isCacheable()) {
			return result;
		}
		int own = 1 + WEIGHT_OF_BRACKETS * result.bracketCount();
		if (this.weight.addAndGet(own) > MAX_WEIGHT) {
			// an LRU order would cost every request more than an occasional recompilation
			this.recipes.clear();
			this.weight.set(own);
		}
		this.recipes.put(recipe, result);
		return result;
	}

}
