package dev.couplet.transform;

/**
 * A recipe cannot be defined as a transform under its name.
 */
public final class NamedRecipeException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String name;

	/**
	 * Creates the exception.
	 * @param name the name of the recipe
	 * @param reason a sentence, without a full stop
	 */
	NamedRecipeException(String name, String reason) {
		super(reason);
		this.name = name;
	}

	/**
	 * Returns the name of the recipe.
	 * @return any string
	 */
	public String name() {
		return this.name;
	}

}
