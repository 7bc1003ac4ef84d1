package dev.couplet.transform;

/**
 * The client left before its request was served, so what was left of it was not done.
 */
public final class ClientGoneException extends TransformException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an error.
	 */
	public ClientGoneException() {
		super("the client has left");
	}

}
