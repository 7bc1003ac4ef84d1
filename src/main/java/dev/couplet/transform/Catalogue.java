package dev.couplet.transform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * All transforms, by name. The only place where a name from outside is looked up.
 */
public final class Catalogue {

	private static final int MOST_NEAR_NAMES = 3;

	private static final int LONGEST_NAME_COMPARED = 100;

	private final Map<String, Transform> transforms = new TreeMap<>();

	/**
	 * Makes a catalogue.
	 * @param transforms the transforms, each with a name of its own
	 */
	public Catalogue(Collection<Transform> transforms) {
		for (Transform transform : transforms) {
			if (this.transforms.putIfAbsent(transform.name(), transform) != null) {
				throw new IllegalArgumentException("two transforms are named " + transform.name());
			}
		}
	}

	/**
	 * Adds a transform.
	 * @param transform a transform with a name of its own
	 * @return another catalogue, with the transform in it
	 */
	Catalogue with(Transform transform) {
		List<Transform> more = new ArrayList<>(this.transforms.values());
		more.add(transform);
		return new Catalogue(more);
	}

	/**
	 * Every transform.
	 * @return the transforms, by name
	 */
	public List<Transform> transforms() {
		return List.copyOf(this.transforms.values());
	}

	/**
	 * Finds a transform.
	 * @param name any string
	 * @return the transform of that name
	 * @throws UnknownTransformException where there is none
	 */
	public Transform get(String name) {
		Transform transform = find(name);
		if (transform == null) {
			throw new UnknownTransformException(name, nearNames(name));
		}
		return transform;
	}

	@Nullable Transform find(String name) {
		return this.transforms.get(name);
	}

	/**
	 * Finds a recipe's transforms and puts their arguments in place.
	 * @param recipe a recipe
	 * @return the recipe, ready to run
	 * @throws UnknownTransformException where a step names no transform
	 * @throws BadArgumentException where a step's arguments are not what its transform
	 * takes
	 */
	CompiledRecipe compile(Recipe recipe) {
		List<CompiledRecipe.CompiledStep> steps = new ArrayList<>(recipe.steps().size());
		for (Recipe.Step step : recipe.steps()) {
			CompiledRecipe.CompiledStep.of(get(step.name()), step.arguments()).forEach(steps::add);
		}
		return new CompiledRecipe(
				(recipe.steps().size() == 1) ? recipe.steps().getFirst().name() : CompiledRecipe.SEVERAL, steps);
	}

	private List<String> nearNames(String name) {
		if (name.length() > LONGEST_NAME_COMPARED) {
			return List.of();
		}
		record Near(String name, int distance) {

		}
		// a typing mistake or two in a short name, a few more in a long one
		int threshold = 1 + name.length() / 4;
		LevenshteinDistance distance = new LevenshteinDistance(threshold);
		return this.transforms.keySet()
			.stream()
			// half a name is near too: base64, of base64-encode
			.map((candidate) -> new Near(candidate,
					candidate.startsWith(name + "-") ? 1 : distance.apply(name, candidate)))
			.filter((near) -> near.distance() >= 0)
			.sorted(Comparator.comparingInt(Near::distance))
			.limit(MOST_NEAR_NAMES)
			.map(Near::name)
			.toList();
	}

}
