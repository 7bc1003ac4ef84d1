package dev.couplet.endpoint;

/**
 * A file of tokens that cannot be used. The message says why, and contains nothing of the
 * file.
 */
final class InvalidTokenFileException extends Exception {

	private static final long serialVersionUID = 1L;

	InvalidTokenFileException(String message) {
		super(message);
	}

	@Override
	public String getMessage() {
		return String.valueOf(super.getMessage());
	}

}
