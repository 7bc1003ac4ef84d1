package dev.couplet.transform;

/**
 * A text, an intermediate result or the result exceeds the size limit.
 */
public final class TextTooLargeException extends TransformException {

	private static final long serialVersionUID = 1L;

	public TextTooLargeException(long limit) {
		super("the text or its result is over the limit of " + limit + " bytes");
	}

}
