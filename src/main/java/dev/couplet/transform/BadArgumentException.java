package dev.couplet.transform;

/**
 * A step has too few or too many arguments, or an invalid one.
 */
public final class BadArgumentException extends TransformException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param reason the argument and what it may be, in printable ASCII
	 */
	public BadArgumentException(String reason) {
		super(reason);
	}

	@Override
	BadArgumentException at(String place) {
		return new BadArgumentException(place + ": " + getMessage());
	}

}
