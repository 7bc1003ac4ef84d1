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

	// without the hint
	private final String reason;

	public MalformedRecipeException(String reason) {
		this(reason, null, "");
	}

	private MalformedRecipeException(String reason, @Nullable String name, String hint) {
		super(reason + hint);
		this.name = name;
		this.reason = reason;
	}

	/**
	 * Creates the exception for a step whose name is not one.
	 * @param number the number of the step, such as 2.1
	 * @param name the name
	 * @param place where it begins, such as {@code character 12}
	 * @param inBrackets whether the step is in brackets, which may have been meant as
	 * part of an argument
	 * @return the exception
	 */
	static MalformedRecipeException ofName(String number, String name, String place, boolean inBrackets) {
		if (name.isEmpty()) {
			return new MalformedRecipeException(
					"step %s of the recipe has no name; a transform is expected at %s".formatted(number, place));
		}
		return new MalformedRecipeException("step %s of the recipe has a malformed name at %s".formatted(number, place),
				name, inBrackets ? "; in an argument, a bracket is written %28 or %29"
						: "; a name has lower-case letters, digits and single hyphens");
	}

	/**
	 * Says which transforms a malformed name may mean, instead of what a name has.
	 * @param catalogue the transforms to choose from
	 * @return this exception if there are none
	 */
	MalformedRecipeException withNearNames(Catalogue catalogue) {
		List<String> near = (this.name != null) ? NearNames.meant(this.name, catalogue.transforms()) : List.of();
		return near.isEmpty() ? this : new MalformedRecipeException(this.reason, this.name, NearNames.suggestion(near));
	}

}
