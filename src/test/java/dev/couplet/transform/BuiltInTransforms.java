package dev.couplet.transform;

import java.util.List;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * The whole library, found as the server finds it.
 */
public final class BuiltInTransforms {

	private static final List<Transform> ALL = find();

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

	private static List<Transform> find() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(
				"dev.couplet.transform.library")) {
			return context.getBeanProvider(TransformLibrary.class)
				.stream()
				.flatMap((library) -> library.transforms().stream())
				.toList();
		}
	}

}
