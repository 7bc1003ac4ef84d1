package dev.couplet.transform;

/**
 * A transform failed on valid input. This is a defect in the server, not an error of the
 * caller. The cause is for the log and must not be shown to the caller.
 */
public final class TransformFailedException extends TransformException {

	private static final long serialVersionUID = 1L;

	private final String transform;

	TransformFailedException(String transform, Throwable cause) {
		super("the transform '" + shown(transform) + "' failed", cause);
		this.transform = transform;
	}

	/**
	 * Returns the transform that failed.
	 * @return its name in the catalogue
	 */
	public String transform() {
		return this.transform;
	}

}
