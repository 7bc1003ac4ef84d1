package dev.couplet.transform;

/**
 * Another server, which makes a transform, cannot be reached or did not answer as it
 * should. A retry may succeed.
 */
public final class RemoteFailedException extends TransformException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param reason the reason, in printable ASCII, and without anything that the other
	 * server sent: it could quote the value
	 */
	public RemoteFailedException(String reason) {
		super(reason);
	}

	@Override
	RemoteFailedException at(String place) {
		return new RemoteFailedException(place + ": " + getMessage());
	}

}
