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
	 * @param place the first character that cannot be part of a name, such as
	 * {@code character 12}
	 * @param hint the end of the message, or the empty string for what a name has
	 * @return the exception
	 */
	static MalformedRecipeException ofName(String number, String name, String place, String hint) {
		if (name.isEmpty()) {
			return new MalformedRecipeException("step %s of the recipe has no name".formatted(number)
					+ (hint.isEmpty() ? "; a transform is expected at " + place : " at " + place + hint));
		}
		return new MalformedRecipeException("step %s of the recipe has a malformed name at %s".formatted(number, place),
				name, hint.isEmpty() ? "; a name has lower-case letters, digits and single hyphens" : hint);
	}

	/**
	 * Says which transforms a malformed name may mean, or what follows the name of a
	 * transform that it begins with, instead of what a name has.
	 * @param catalogue the transforms to choose from
	 * @return this exception if there are none
	 */
	MalformedRecipeException withNearNames(Catalogue catalogue) {
		if (this.name == null) {
			return this;
		}
		List<String> near = NearNames.meant(this.name, catalogue.transforms());
		if (!near.isEmpty()) {
			return new MalformedRecipeException(this.reason, this.name, NearNames.suggestion(near));
		}
		String start = this.name.substring(0, Recipe.nameLength(this.name));
		return (catalogue.find(start) == null) ? this
				: new MalformedRecipeException(this.reason, this.name, "; arguments follow '=', and the next step ','");
	}

}
