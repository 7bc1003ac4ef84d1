package dev.couplet.transform;

/**
 * A text, or what a recipe makes of it on the way or in the end, is over the limit.
 */
public final class TextTooLargeException extends TransformException {

	private static final long serialVersionUID = 1L;

	public TextTooLargeException(long limit) {
		super("the text or its result is over the limit of " + limit + " bytes");
	}

}
