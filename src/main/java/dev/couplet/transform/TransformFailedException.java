package dev.couplet.transform;

/**
 * A transform broke on a text that it should have taken. The fault is ours, not the
 * caller's; the cause is for the log and never for the caller.
 */
public final class TransformFailedException extends TransformException {

	private static final long serialVersionUID = 1L;

	private final String transform;

	TransformFailedException(String transform, Throwable cause) {
		super("the transform '" + shown(transform) + "' failed", cause);
		this.transform = transform;
	}

	/**
	 * The transform that broke.
	 * @return its name in the catalogue
	 */
	public String transform() {
		return this.transform;
	}

}
