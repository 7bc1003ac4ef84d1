package dev.couplet.transform;

import java.util.List;
import java.util.stream.Stream;

import dev.couplet.transform.library.StandardLibrary;

/**
 * The built-in transforms, with helper methods for tests.
 */
public final class BuiltInTransforms {

	private static final List<Transform> ALL = new StandardLibrary().transforms();

	private BuiltInTransforms() {
	}

	/**
	 * Returns all of them.
	 * @return the transforms, in any order
	 */
	public static List<Transform> all() {
		return ALL;
	}

	/**
	 * Creates a service with these transforms.
	 * @param limit the size limit in bytes
	 * @return the service
	 */
	public static TransformService service(long limit) {
		return new TransformService(new Catalogue(ALL), new SizeLimit(limit));
	}

	/**
	 * Returns a one-step recipe for a transform, with the arguments of its example if it
	 * requires any, whichever step of the example it is.
	 * @param transform a transform
	 * @return the recipe
	 */
	public static String recipe(Transform transform) {
		Example example = transform.example();
		boolean needsArguments = transform.parameters()
			.stream()
			.anyMatch((parameter) -> parameter.defaultValue() == null);
		if (example == null || !(needsArguments || transform.hasBrackets())) {
			return transform.name();
		}
		if (transform.hasBrackets()) {
			return example.recipe();
		}
		return Stream.of(example.recipe().split(",", -1))
			.filter((step) -> step.startsWith(transform.name() + "="))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Compiles a recipe of one step.
	 * @param recipe the recipe
	 * @return the function of the step
	 */
	public static TransformFunction<Value, Value> function(String recipe) {
		return new Catalogue(ALL).compile(recipe)::apply;
	}

}
