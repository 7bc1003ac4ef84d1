package dev.couplet.transform;

/**
 * A recipe that was to have a name of its own cannot be a transform.
 */
public final class NamedRecipeException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String name;

	/**
	 * Makes the exception.
	 * @param name the name that the recipe was to have
	 * @param reason a sentence, without a full stop
	 */
	NamedRecipeException(String name, String reason) {
		super(reason);
		this.name = name;
	}

	/**
	 * The name that the recipe was to have.
	 * @return any string
	 */
	public String name() {
		return this.name;
	}

}
