package dev.couplet.transform;

/**
 * The bytes of a request are not valid in their declared or assumed encoding.
 */
public final class MalformedTextException extends TransformException {

	private static final long serialVersionUID = 1L;

	public MalformedTextException(String reason) {
		super(reason);
	}

}
