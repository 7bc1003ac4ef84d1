package dev.couplet.transform;

/**
 * The server cannot serve this request now, but may well do so later, here or on another
 * instance.
 */
public final class UnavailableException extends TransformException {

	private static final long serialVersionUID = 1L;

	public UnavailableException(String reason) {
		super(reason);
	}

}
