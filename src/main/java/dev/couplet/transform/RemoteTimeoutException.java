package dev.couplet.transform;

/**
 * Another server, which makes a transform, did not answer in time. A retry may succeed.
 */
public final class RemoteTimeoutException extends TransformException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param reason the reason, in printable ASCII, and without anything that the other
	 * server sent: it could quote the value
	 */
	public RemoteTimeoutException(String reason) {
		super(reason);
	}

	@Override
	RemoteTimeoutException at(String place) {
		return new RemoteTimeoutException(place + ": " + getMessage());
	}

}
