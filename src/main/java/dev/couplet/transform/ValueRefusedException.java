package dev.couplet.transform;

/**
 * A value is not valid input for a transform; for example, it is not base64.
 */
public final class ValueRefusedException extends TransformException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param reason the reason, in printable ASCII and without any part of the value,
	 * such as "the text is not base64"
	 */
	public ValueRefusedException(String reason) {
		super(reason);
	}

	@Override
	ValueRefusedException at(String place) {
		return new ValueRefusedException(place + ": " + getMessage());
	}

}
