package dev.couplet.transform;

/**
 * A value, an intermediate result or the result exceeds the size limit.
 */
public final class ValueTooLargeException extends TransformException {

	private static final long serialVersionUID = 1L;

	public ValueTooLargeException(long limit) {
		this("the value or its result is over the limit of " + limit + " bytes");
	}

	private ValueTooLargeException(String reason) {
		super(reason);
	}

	/**
	 * Adds the place of the error.
	 * @param place the step whose result is too large
	 * @return a new exception
	 */
	ValueTooLargeException at(String place) {
		return new ValueTooLargeException(place + ": " + getMessage());
	}

}
