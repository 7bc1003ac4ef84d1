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
 * All transforms, by name. Names from requests are looked up here and nowhere else.
 */
public final class Catalogue {

	private static final int MAX_NEAR_NAMES = 3;

	private static final int MAX_COMPARED_LENGTH = 100;

	private final Map<String, Transform> transforms = new TreeMap<>();

	/**
	 * Creates a catalogue.
	 * @param transforms the transforms, with unique names
	 */
	public Catalogue(Collection<Transform> transforms) {
		for (Transform transform : transforms) {
			if (this.transforms.putIfAbsent(transform.name(), transform) != null) {
				throw new IllegalArgumentException("duplicate transform name: " + transform.name());
			}
		}
	}

	/**
	 * Returns a catalogue that also contains the given transform.
	 * @param transform a transform whose name is not in this catalogue
	 * @return the new catalogue
	 */
	Catalogue with(Transform transform) {
		List<Transform> more = new ArrayList<>(this.transforms.values());
		more.add(transform);
		return new Catalogue(more);
	}

	/**
	 * Returns all transforms.
	 * @return the transforms, sorted by name
	 */
	public List<Transform> transforms() {
		return List.copyOf(this.transforms.values());
	}

	/**
	 * Returns the transform with a given name.
	 * @param name any string
	 * @return the transform
	 * @throws UnknownTransformException if there is no such transform
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
	 * Looks up a recipe's transforms and binds their arguments.
	 * @param recipe a recipe
	 * @return the compiled recipe
	 * @throws UnknownTransformException if a step names an unknown transform
	 * @throws BadArgumentException if a step has invalid arguments
	 */
	CompiledRecipe compile(Recipe recipe) {
		List<CompiledRecipe.CompiledStep> steps = new ArrayList<>(recipe.steps().size());
		for (Recipe.Step step : recipe.steps()) {
			CompiledRecipe.CompiledStep.of(get(step.name()), step.arguments()).forEach(steps::add);
		}
		return new CompiledRecipe(
				(recipe.steps().size() == 1) ? recipe.steps().getFirst().name() : CompiledRecipe.MULTIPLE_STEPS, steps);
	}

	private List<String> nearNames(String name) {
		if (name.length() > MAX_COMPARED_LENGTH) {
			return List.of();
		}
		record Near(String name, int distance) {

		}
		// one or two typos in a short name, a few more in a long one
		int threshold = 1 + name.length() / 4;
		LevenshteinDistance distance = new LevenshteinDistance(threshold);
		return this.transforms.keySet()
			.stream()
			// a prefix matches too: base64 suggests base64-encode
			.map((candidate) -> new Near(candidate,
					candidate.startsWith(name + "-") ? 1 : distance.apply(name, candidate)))
			.filter((near) -> near.distance() >= 0)
			.sorted(Comparator.comparingInt(Near::distance))
			.limit(MAX_NEAR_NAMES)
			.map(Near::name)
			.toList();
	}

}
