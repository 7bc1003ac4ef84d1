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

	@Override
	ValueTooLargeException at(String place) {
		return new ValueTooLargeException(place + ": " + getMessage());
	}

}
