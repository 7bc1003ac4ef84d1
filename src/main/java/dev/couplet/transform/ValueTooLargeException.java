package dev.couplet.transform;

/**
 * A value, an intermediate result or the result exceeds the size limit.
 */
public final class ValueTooLargeException extends TransformException {

	private static final long serialVersionUID = 1L;

	private final long limit;

	/**
	 * Creates the exception for the value of a request.
	 * @param limit the limit in bytes
	 */
	public ValueTooLargeException(long limit) {
		this("the value is over the limit of " + limit + " bytes", limit);
	}

	private ValueTooLargeException(String reason, long limit) {
		super(reason);
		this.limit = limit;
	}

	/**
	 * Converts the exception to that for the result of a step.
	 * @param place the step whose result is too large
	 * @return a new exception
	 */
	@Override
	ValueTooLargeException at(String place) {
		return new ValueTooLargeException(place + ": the result is over the limit of " + this.limit + " bytes",
				this.limit);
	}

}
