package dev.couplet.transform;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A recipe, or the request that contains it, does not follow the grammar.
 */
public final class MalformedRecipeException extends TransformException {

	private static final long serialVersionUID = 1L;

	// not a part of the message: it can contain anything
	private final @Nullable String name;

	public MalformedRecipeException(String reason) {
		this(reason, null);
	}

	private MalformedRecipeException(String reason, @Nullable String name) {
		super(reason);
		this.name = name;
	}

	/**
	 * Creates the exception for a step whose name is not one.
	 * @param number the number of the step, such as 2.1
	 * @param name the name
	 * @return the exception
	 */
	static MalformedRecipeException ofName(String number, String name) {
		return new MalformedRecipeException(
				"step %s of the recipe has %s".formatted(number, name.isEmpty() ? "no name" : "a malformed name"),
				name);
	}

	/**
	 * Adds the transforms that a malformed name may mean.
	 * @param catalogue the transforms to choose from
	 * @return this exception if there are none
	 */
	MalformedRecipeException withNearNames(Catalogue catalogue) {
		List<String> near = (this.name != null && !this.name.isEmpty())
				? NearNames.meant(this.name, catalogue.transforms()) : List.of();
		return near.isEmpty() ? this
				: new MalformedRecipeException(getMessage() + NearNames.suggestion(near), this.name);
	}

}
