package dev.couplet.transform;

/**
 * The client disconnected before its request was complete. The rest of the work was not
 * done.
 */
public final class ClientGoneException extends TransformException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 */
	public ClientGoneException() {
		super("the client has disconnected");
	}

}
