package dev.couplet.client.command;

/**
 * The transforms of this program refuse a recipe or a value. The message gives the step,
 * the position where there is one, and how to mend it where that is known.
 */
public final class LocalRefusalException extends Exception {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message the reason
	 * @param cause the error of the transforms
	 */
	public LocalRefusalException(String message, Throwable cause) {
		super(message, cause);
	}

}
