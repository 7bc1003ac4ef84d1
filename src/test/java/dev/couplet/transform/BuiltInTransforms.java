package dev.couplet.transform;

import java.util.List;

import dev.couplet.transform.library.StandardLibrary;

/**
 * The whole library, and what tests need of it.
 */
public final class BuiltInTransforms {

	private static final List<Transform> ALL = new StandardLibrary().transforms();

	private BuiltInTransforms() {
	}

	static List<Transform> all() {
		return ALL;
	}

	/**
	 * A service for these transforms.
	 * @param limit the limit in bytes
	 * @return the service
	 */
	public static TransformService service(long limit) {
		return new TransformService(new Catalogue(ALL), new SizeLimit(limit));
	}

	/**
	 * A recipe for a transform: with its example's arguments where it must be given some.
	 * @param transform a transform
	 * @return a recipe of one step
	 */
	public static String recipe(Transform transform) {
		Example example = transform.example();
		boolean needsArguments = transform.parameters()
			.stream()
			.anyMatch((parameter) -> parameter.defaultValue() == null);
		return (needsArguments && example != null) ? example.recipe() : transform.name();
	}

	static TextFunction function(String recipe) {
		return new Catalogue(ALL).compile(Recipe.parse(recipe));
	}

}
