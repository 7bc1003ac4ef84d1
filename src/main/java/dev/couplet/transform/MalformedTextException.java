package dev.couplet.transform;

/**
 * The bytes of a request are no text in the encoding that they were sent in.
 */
public final class MalformedTextException extends TransformException {

	private static final long serialVersionUID = 1L;

	public MalformedTextException(String reason) {
		super(reason);
	}

}
