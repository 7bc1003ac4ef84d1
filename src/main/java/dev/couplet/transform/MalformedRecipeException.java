package dev.couplet.transform;

/**
 * A recipe, or the request that contains it, does not follow the grammar.
 */
public final class MalformedRecipeException extends TransformException {

	private static final long serialVersionUID = 1L;

	public MalformedRecipeException(String reason) {
		super(reason);
	}

}
